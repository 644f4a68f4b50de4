import type { PictureFile } from '#core/analysis'
import { database } from './database'
import type { Prisma } from './generated/prisma/client'

/** The normalised copy (upright, without metadata) that an analysis made of some source bytes. */
export async function savePicture(sourceSha256: string, picture: PictureFile): Promise<void> {
  await database().picture.upsert({
    where: { sourceSha256 },
    create: { sourceSha256, ...picture },
    update: { ...picture },
  })
}

/** @returns null when no analysis has made one */
export async function findPicture(
  sourceSha256: string,
  tx: Prisma.TransactionClient = database(),
): Promise<PictureFile | null> {
  return tx.picture.findUnique({ where: { sourceSha256 }, select: { file: true, width: true, height: true } })
}

/** Those that exist, by the hash of their source. */
export async function findPictures(sourceSha256s: readonly string[]): Promise<ReadonlyMap<string, PictureFile>> {
  const rows = await database().picture.findMany({ where: { sourceSha256: { in: [...sourceSha256s] } } })
  return new Map(rows.map(({ sourceSha256, file, width, height }) => [sourceSha256, { file, width, height }]))
}
