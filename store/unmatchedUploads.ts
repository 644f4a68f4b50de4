import pgvector from 'pgvector'
import { database } from './database'
import type { Prisma } from './generated/prisma/client'

/** An upload that shows no known template. */
export interface UnmatchedUpload {
  readonly sha256: string
  /** Names and versions of what `queries` and `corners` are: others are never compared with them. */
  readonly kind: string
  /** What it may look like from afar (core/fingerprint); the first stands for it. */
  readonly queries: readonly Float32Array[]
  /** Its corners as bytes, for `isSame` of later ones. */
  readonly corners: Uint8Array
  /** Share of the picture that words cover, 0..1. */
  readonly words: number
}

/** What became of it. Null when this content has been counted within a day. */
export interface NotedUpload {
  readonly groupId: string
  /** How often such pictures came, this one included. */
  readonly count: number
  /** Whether its picture shall stand for the group from now on: `keepUnmatchedPicture`. */
  readonly wanted: boolean
}

/** How often such pictures must come until curators see them, and a picture of them is kept. */
export const recurringCount = 3
/** Inner product of fingerprints under which pictures are not looked at closely. Of 1,392 pairs of much changed copies of one picture… */
const leastLikeness = 0.4
/** …half were among the nearest so many and agreed in their corners; so did 3 in 576 with another picture (docs/decisions/004-fingerprint.md). */
const candidateCount = 8
/** Words must cover so much less of a picture that it takes the place of the group's own. */
const clearlyLess = 0.01
/** Any number, the same for everybody: two equal pictures at once must not start two groups. */
const lockId = 4_712_001

interface GroupRow {
  readonly id: string
  readonly corners: Uint8Array
}

/**
 * Counts an upload among those that look the same, or starts a group with it. A content counts once a day.
 * @param isSame decides whether a group's first picture (its corners) and this one are the same but for words
 */
export async function noteUnmatchedUpload(
  upload: UnmatchedUpload,
  isSame: (corners: Uint8Array) => boolean,
): Promise<NotedUpload | null> {
  return database().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${lockId})`
    const [known] = await tx.$queryRaw<{ groupId: string; recent: boolean }[]>`
      select group_id as "groupId", counted_at > now() - interval '1 day' as recent
      from unmatched_upload where sha256 = ${upload.sha256}`
    if (known?.recent) return null
    const groupId = known?.groupId ?? (await nearestGroups(tx, upload)).find(({ corners }) => isSame(corners))?.id
    const noted = groupId === undefined ? await started(tx, upload) : await raised(tx, groupId, upload)
    await tx.$executeRaw`insert into unmatched_upload (sha256, group_id) values (${upload.sha256}, ${noted.groupId}::uuid)
      on conflict (sha256) do update set counted_at = now()`
    return noted
  })
}

/** Those that look alike from afar, most alike first. */
async function nearestGroups(
  tx: Prisma.TransactionClient,
  { kind, queries }: UnmatchedUpload,
): Promise<readonly GroupRow[]> {
  const vectors = queries.map((vector) => pgvector.toSql([...vector]) as string)
  return tx.$queryRaw<GroupRow[]>`
    with near as (
      select near.id, max(near.likeness) as likeness
      from unnest(${vectors}::text[]) as query(words)
      cross join lateral (
        select id, -(vector <#> query.words::halfvec(432)) as likeness from unmatched_group where kind = ${kind}
        order by vector <#> query.words::halfvec(432) limit ${candidateCount}
      ) as near
      where near.likeness >= ${leastLikeness}
      group by near.id
      order by 2 desc limit ${candidateCount}
    )
    select id, corners from near join unmatched_group using (id) order by near.likeness desc`
}

async function started(tx: Prisma.TransactionClient, upload: UnmatchedUpload): Promise<NotedUpload> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into unmatched_group (id, kind, vector, corners, sha256, words) values (gen_random_uuid(), ${upload.kind},
      ${pgvector.toSql([...upload.queries[0]!])}::halfvec, ${upload.corners}, ${upload.sha256}, ${upload.words})
    returning id`
  return { groupId: row!.id, count: 1, wanted: false }
}

/** Until a group's picture is kept its newest stands for it: older ones may have been deleted. */
async function raised(tx: Prisma.TransactionClient, groupId: string, upload: UnmatchedUpload): Promise<NotedUpload> {
  const [row] = await tx.$queryRaw<{ count: number; words: number; kept: boolean }[]>`
    update unmatched_group set count = count + 1, last_seen_at = now(),
      sha256 = case when file is null then ${upload.sha256} else sha256 end,
      words = case when file is null then ${upload.words} else words end
    where id = ${groupId}::uuid returning count, words, file is not null as kept`
  const { count, words, kept } = row!
  return { groupId, count, wanted: count >= recurringCount && (!kept || upload.words < words - clearlyLess) }
}

/** Makes a picture stand for its group; its bytes, and its copy under /images, are kept from the clean-up as long as the group is there. */
export async function keepUnmatchedPicture(
  groupId: string,
  picture: {
    readonly sha256: string
    readonly words: number
    readonly file: string
    readonly width: number
    readonly height: number
  },
): Promise<void> {
  const { sha256, words, file, width, height } = picture
  await database().$executeRaw`update unmatched_group
    set sha256 = ${sha256}, words = ${words}, file = ${file}, width = ${width}, height = ${height}
    where id = ${groupId}::uuid`
}
