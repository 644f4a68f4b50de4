import { createHash } from 'node:crypto'
import type { TextLine } from '#core/text'
import { database } from './database'
import type { Prisma } from './generated/prisma/client'

/** What a reading depends on: with any other value the picture is read anew. */
export interface ReadingId {
  /** Of the source bytes. */
  readonly sha256: string
  readonly engine: string
  /** Changes with model, parameters and algorithm. */
  readonly version: string
  /** Longest side, in pixels, of the copy that was read. */
  readonly maxDimension: number
}

const keyOf = ({ sha256, engine, version, maxDimension }: ReadingId): string =>
  createHash('sha256').update([sha256, engine, version, maxDimension].join('\0')).digest('hex')

/** What was read earlier on the same bytes in the same way, counted as a hit; undefined when there is none or it has expired. */
export async function findReading(id: ReadingId): Promise<readonly TextLine[] | undefined> {
  const [row] = await database().$queryRaw<{ lines: TextLine[] }[]>`
    update ocr_reading set hits = hits + 1 where key = ${keyOf(id)} and expires_at > now() returning lines`
  return row?.lines
}

/** Keeps what was read for `expiryDays`; takes the place of a reading with the same id. */
export async function saveReading(id: ReadingId, lines: readonly TextLine[], expiryDays: number): Promise<void> {
  const key = keyOf(id)
  const data = {
    sha256: id.sha256,
    engine: id.engine,
    version: id.version,
    lines: lines as unknown as Prisma.InputJsonArray,
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + expiryDays * 86_400_000),
  }
  await database().ocrReading.upsert({ where: { key }, create: { key, ...data }, update: { ...data, hits: 0 } })
}
