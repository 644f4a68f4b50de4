import { randomUUID } from 'node:crypto'
import type { ImageFormat } from '#core/format'
import type { MemeReport } from '#core/report'
import { database } from './database'
import { fileSize } from './files'
import type { Meme } from './generated/prisma/client'
import { isUuid } from './jobs/findJob'
import { countMemeLooks } from './memeCounters'

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

/** A request that a meme answers. `expiresAt` is for requests by URL, whose content may change; null: never. */
export interface AnsweredRequest {
  readonly requestKey: string
  readonly expiresAt: Date | null
}

/**
 * Saves a finished meme and the requests it answers, and counts the use of the template it was made of, in one statement: a job waits for every
 * round trip. A meme with the same content key is replaced in place, so that its links stay good; a template that has gone since is passed over.
 */
export async function saveMeme(
  meme: NewMeme,
  answers: readonly AnsweredRequest[] = [],
  templateId: string | null = null,
): Promise<{ readonly id: string }> {
  const { contentKey, sourceSha256, file, format, width, height, bytes, captions, report } = meme
  const keys = answers.map(({ requestKey }) => requestKey)
  const expiries = answers.map(({ expiresAt }) => expiresAt?.toISOString() ?? null)
  const [saved] = await database().$queryRaw<{ id: string }[]>`
    with saved as (
      insert into meme (id, content_key, source_sha256, file, format, width, height, bytes, captions, report)
      values (${randomUUID()}::uuid, ${contentKey}, ${sourceSha256}, ${file}, ${format}, ${width}, ${height}, ${bytes},
        ${[...captions]}::text[], ${JSON.stringify(report)}::jsonb)
      on conflict (content_key) do update set source_sha256 = excluded.source_sha256, file = excluded.file,
        format = excluded.format, width = excluded.width, height = excluded.height, bytes = excluded.bytes,
        captions = excluded.captions, report = excluded.report
      returning id
    ), answered as (
      insert into meme_request (request_key, meme_id, expires_at)
      select request.key, saved.id, request.expires_at
      from saved, unnest(${keys}::text[], ${expiries}::timestamptz[]) as request(key, expires_at)
      on conflict (request_key) do update set meme_id = excluded.meme_id, expires_at = excluded.expires_at, created_at = now()
    ), used as (
      update template set uses = uses + 1, last_used_at = now() where id = ${templateId}::uuid)
    select id from saved`
  return saved!
}

/**
 * The finished meme that answers a request, when its file is still there.
 * @param isCounted false for a second look on behalf of the same request: the cache's hit rate is of requests
 */
export async function findFinishedMeme(requestKey: string, isCounted = true): Promise<string | undefined> {
  return (await findFinishedMemes([requestKey], isCounted)).get(requestKey)
}

/** Ids of the finished memes that answer some requests, by request; those whose files are gone are not in it. */
export async function findFinishedMemes(
  requestKeys: readonly string[],
  isCounted = true,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database().$queryRaw<{ key: string; id: string; file: string; madeMs: number }[]>`
    select request_key as key, meme.id, meme.file, coalesce((
      select sum((stage ->> 'durationMs')::float8) from jsonb_array_elements(meme.report -> 'stages') as stage), 0) as "madeMs"
    from meme_request join meme on meme.id = meme_request.meme_id
    where meme_request.request_key = any(${requestKeys}::text[]) and (expires_at is null or expires_at > now())`
  const there = await Promise.all(rows.map(async ({ file }) => (await fileSize('images', file)) !== null))
  const found = rows.filter((_row, index) => there[index])
  const savedMs = found.map(({ madeMs }) => madeMs)
  if (isCounted) countMemeLooks(requestKeys.length, savedMs)
  return new Map(found.map(({ key, id }) => [key, id]))
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
