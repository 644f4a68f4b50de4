import type { PictureFile } from '#core/analysis'
import { database } from './database'

/** The normalised copy (upright, without metadata) that an analysis made of some source bytes; one that is made again counts as young. */
export async function savePicture(sourceSha256: string, picture: PictureFile): Promise<void> {
  await database().picture.upsert({
    where: { sourceSha256 },
    create: { sourceSha256, ...picture },
    update: { ...picture, createdAt: new Date() },
  })
}

/** Those that exist, by the hash of their source. */
export async function findPictures(sourceSha256s: readonly string[]): Promise<ReadonlyMap<string, PictureFile>> {
  const rows = await database().picture.findMany({ where: { sourceSha256: { in: [...sourceSha256s] } } })
  return new Map(rows.map(({ sourceSha256, file, width, height }) => [sourceSha256, { file, width, height }]))
}
