import { jobOfMeme as storedJobOfMeme } from '#store/jobs/jobOfMeme'
import { needCurator } from '../../admin/needCurator'
import type { QueryResolvers } from '../../generated/resolvers'

/** Which job made a meme, for curators. */
export const jobOfMeme: NonNullable<QueryResolvers['jobOfMeme']> = async (_root, { memeId }, context) => {
  await needCurator(context)
  return storedJobOfMeme(memeId)
}
