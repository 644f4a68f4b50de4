import { database } from '../database'
import { isUuid } from './findJob'

/** The job that made a meme: the first one that ended in it, since later ones may have found it finished. @returns null when its row is gone */
export async function jobOfMeme(memeId: string): Promise<string | null> {
  if (!isUuid(memeId)) return null
  const job = await database().job.findFirst({ where: { memeId }, orderBy: { createdAt: 'asc' }, select: { id: true } })
  return job?.id ?? null
}
