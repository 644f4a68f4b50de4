import type { GenerateMemeInput, MemeFieldsFragment } from '../generated/graphql'
import { GenerateMeme } from './documents'
import { ProblemError, unreachable } from './problem'
import { request } from './request'
import { watchJob } from './watchJob'

/**
 * A meme in one go, for small things such as another format of one that is there already.
 * @throws ProblemError
 */
export async function makeMeme(input: GenerateMemeInput): Promise<MemeFieldsFragment> {
  const { generateMeme } = await request(GenerateMeme, { input })
  if (generateMeme.__typename !== 'JobTicket') throw new ProblemError(generateMeme)
  if (generateMeme.job.meme) return generateMeme.job.meme
  return new Promise((resolve, reject) => {
    watchJob(generateMeme.job.id, {
      onJob: ({ meme, problem }) => {
        if (meme) resolve(meme)
        else if (problem) reject(new ProblemError(problem))
      },
      onConnection: () => {},
      onGone: () => reject(new ProblemError(unreachable)),
    })
  })
}
