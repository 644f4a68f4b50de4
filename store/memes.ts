import { randomUUID } from 'node:crypto'
import type { ImageFormat } from '#core/format'
import type { MemeReport } from '#core/report'
import { database } from './database'
import { fileSize } from './files'
import type { Meme, Prisma } from './generated/prisma/client'
import { isUuid } from './jobs/findJob'

/** A finished meme before it has an id; size in pixels, `file` under /images. */
export interface NewMeme {
  readonly contentKey: string
  readonly sourceSha256: string
  readonly file: string
  readonly format: ImageFormat
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly captions: readonly string[]
  readonly report: MemeReport
}

/** Saves a finished meme; one with the same content key is replaced in place, so that its links stay good. */
export async function saveMeme(meme: NewMeme, tx: Prisma.TransactionClient = database()): Promise<Meme> {
  const data = { ...meme, captions: [...meme.captions], report: meme.report as unknown as Prisma.InputJsonObject }
  return tx.meme.upsert({ where: { contentKey: meme.contentKey }, create: { id: randomUUID(), ...data }, update: data })
}

/** Remembers that a request is answered by a meme. `expiresAt` is for requests by URL, whose content may change. */
export async function saveMemeRequest(
  requestKey: string,
  memeId: string,
  expiresAt: Date | null,
  tx: Prisma.TransactionClient = database(),
): Promise<void> {
  await tx.memeRequest.upsert({
    where: { requestKey },
    create: { requestKey, memeId, expiresAt },
    update: { memeId, expiresAt, createdAt: new Date() },
  })
}

/** The finished meme that answers a request, when its file is still there. */
export async function findFinishedMeme(requestKey: string): Promise<string | undefined> {
  const [row] = await database().$queryRaw<{ id: string; file: string }[]>`
    select meme.id, meme.file from meme_request join meme on meme.id = meme_request.meme_id
    where meme_request.request_key = ${requestKey} and (expires_at is null or expires_at > now())`
  return row && (await fileSize('images', row.file)) !== null ? row.id : undefined
}

/** @returns null when there is no such meme, also for text that is no id at all */
export async function findMeme(id: string): Promise<Meme | null> {
  return isUuid(id) ? database().meme.findUnique({ where: { id } }) : null
}

/** Some memes, and whether more come after them. */
export interface MemePage {
  readonly memes: readonly Meme[]
  readonly hasNext: boolean
}

/** Newest first. `after` is the last meme of the page before; `ids` narrows to those. */
export async function pageOfMemes(
  first: number,
  after?: { createdAt: Date; id: string },
  ids?: readonly string[],
): Promise<MemePage> {
  const memes = await database().meme.findMany({
    where: {
      ...(ids ? { id: { in: ids.filter(isUuid) } } : {}),
      ...(after
        ? { OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }] }
        : {}),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
  })
  return { memes: memes.slice(0, first), hasNext: memes.length > first }
}
