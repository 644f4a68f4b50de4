import type { AnalyzePictureInput, JobFieldsFragment } from '../generated/graphql'
import { AnalyzePicture } from './documents'
import { ProblemError } from './problem'
import { request } from './request'

/**
 * Asks for a picture's words and what it shows.
 * @throws ProblemError
 */
export async function analysePicture(input: AnalyzePictureInput, signal: AbortSignal): Promise<JobFieldsFragment> {
  const { analyzePicture } = await request(AnalyzePicture, { input }, signal)
  if (analyzePicture.__typename === 'JobTicket') return analyzePicture.job
  throw new ProblemError(analyzePicture)
}
