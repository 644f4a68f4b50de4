/**
 * Finding templates by their vectors; for search, duplicates and galleries too large for memory.
 *
 * Exact below `exactRows`, by HNSW index from there on, unless a caller says otherwise: where the line is and why, docs/decisions/009-vectors.md.
 */
import pgvector from 'pgvector'
import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { database } from '../../database'
import { Prisma } from '../../generated/prisma/client'
import type { ClipKind } from './describing'

/** Rows of a table up to which every one is looked at. */
export const exactRows = 20_000

/** Which templates' pictures are wanted. */
export interface VectorScope {
  /** All but retired ones are wanted when duplicates are looked for. */
  readonly state: 'published' | 'not retired'
  readonly exceptTemplateId?: string
}

/** A template's picture and how near it is. */
export interface NearPicture {
  readonly pictureId: string
  readonly templateId: string
  /** Fingerprints: inner product. CLIP: cosine. −1..1, nearest first. */
  readonly likeness: number
}

/** … of a fingerprint. */
export interface NearFingerprint extends NearPicture {
  /** Index of the query that was nearest. */
  readonly query: number
}

const text = (vector: Float32Array): string => pgvector.toSql([...vector]) as string

const inScope = ({ state, exceptTemplateId }: VectorScope): Prisma.Sql => Prisma.sql`
  ${state === 'published' ? Prisma.sql`template.state = 'PUBLISHED'` : Prisma.sql`template.state <> 'RETIRED'`}
  and ${exceptTemplateId === undefined ? Prisma.sql`true` : Prisma.sql`template.id <> ${exceptTemplateId}::uuid`}`

type Table = 'template_fingerprint' | 'template_clip'

/** As Postgres last counted them: near enough for a line between two ways that give the same. */
async function isLarge(table: Table): Promise<boolean> {
  const [row] = await database().$queryRaw<{ rows: number }[]>`
    select reltuples::float as rows from pg_class where oid = ${table}::regclass`
  return row!.rows > exactRows
}

/** How the nearest rows are asked for. */
interface RowQuery {
  /** Adding nothing to the distance keeps the index out. */
  readonly distanceEnd: Prisma.Sql
  /** Which rows are looked at. The index gives the nearest of all, and what is out of scope goes afterwards. */
  readonly looksAt: Prisma.Sql
}

/** Rows nearest to each query, by looking at all that are in scope, or by the index, which may pass over some for others that are out of it. */
async function nearestRows<T>(
  count: number,
  scope: VectorScope,
  byIndex: boolean,
  query: (how: RowQuery) => Prisma.Sql,
): Promise<T[]> {
  if (!byIndex) {
    const looksAt = Prisma.sql`picture_id in (
      select template_picture.id from template_picture join template on template.id = template_id where ${inScope(scope)})`
    return database().$queryRaw<T[]>(query({ distanceEnd: Prisma.sql`+ 0`, looksAt }))
  }
  const effort = Math.min(1000, Math.max(100, 2 * count))
  const [, rows] = await database().$transaction([
    database().$executeRaw`select set_config('hnsw.ef_search', ${String(effort)}, true)`,
    database().$queryRaw<T[]>(query({ distanceEnd: Prisma.empty, looksAt: Prisma.sql`true` })),
  ])
  return rows
}

/**
 * The first `count` of what is found, each key once. What the index does not find enough of is looked for among all, where that is fast: many drafts
 * may lie nearer than what is published.
 * @param byIndex undefined: as the number of rows says
 */
async function enough<T>(
  table: Table,
  count: number,
  byIndex: boolean | undefined,
  keyOf: (row: T) => string,
  find: (byIndex: boolean) => Promise<readonly T[]>,
): Promise<T[]> {
  const indexed = byIndex ?? (await isLarge(table))
  const found = first(await find(indexed), keyOf, count)
  if (!indexed || found.length === count || (await isLarge(table))) return found
  return first(await find(false), keyOf, count)
}

/**
 * The `count` pictures whose fingerprints are most like any of the queries by inner product; only fingerprints of this version of the algorithm count.
 * @param queries `fingerprintKind.length` numbers each
 * @param byIndex true or false forces HNSW or looking at all: for measuring and tests
 */
export async function nearestByFingerprint(
  queries: readonly Float32Array[],
  count: number,
  scope: VectorScope = { state: 'published' },
  byIndex?: boolean,
): Promise<NearFingerprint[]> {
  const { name, version } = fingerprintKind
  // A picture has several rows, and some are out of scope: more are asked for than wanted.
  const rows = 2 * count + 8
  const nearest = ({ distanceEnd, looksAt }: RowQuery) => Prisma.sql`
    with query as materialized (
      select vector::halfvec(432) as vector, (number - 1)::int as number
      from unnest(${queries.map(text)}::text[]) with ordinality given(vector, number))
    select picture.id as "pictureId", template_id as "templateId", -near.distance as likeness, query.number as query
    from query,
    lateral (select picture_id, template_fingerprint.vector <#> query.vector as distance from template_fingerprint
      where algorithm = ${name} and version = ${version} and ${looksAt}
      order by (template_fingerprint.vector <#> query.vector) ${distanceEnd} limit ${rows}) near
    join template_picture picture on picture.id = near.picture_id
    join template on template.id = template_id where ${inScope(scope)}
    order by near.distance`
  const keyOf = ({ pictureId }: NearFingerprint) => pictureId
  return enough('template_fingerprint', count, byIndex, keyOf, (indexed) => nearestRows(rows, scope, indexed, nearest))
}

/**
 * The `count` templates whose pictures lie nearest to a CLIP vector, of an image or of words, by cosine; each with its nearest picture. Only vectors of the
 * stated model and version count.
 * @param vector 512 numbers
 * @param byIndex as in `nearestByFingerprint`
 */
export async function nearestByClip(
  vector: Float32Array,
  { model, version }: ClipKind,
  count: number,
  scope: VectorScope = { state: 'published' },
  byIndex?: boolean,
): Promise<NearPicture[]> {
  const rows = 2 * count + 8
  const nearest = ({ distanceEnd, looksAt }: RowQuery) => Prisma.sql`
    select picture.id as "pictureId", template_id as "templateId", 1 - near.distance as likeness
    from (select picture_id, vector <=> ${text(vector)}::halfvec(512) as distance from template_clip
      where model = ${model} and version = ${version} and ${looksAt}
      order by (vector <=> ${text(vector)}::halfvec(512)) ${distanceEnd} limit ${rows}) near
    join template_picture picture on picture.id = near.picture_id
    join template on template.id = template_id where ${inScope(scope)}
    order by near.distance`
  const keyOf = ({ templateId }: NearPicture) => templateId
  return enough('template_clip', count, byIndex, keyOf, (indexed) => nearestRows(rows, scope, indexed, nearest))
}

/** The first of each key, `count` at most. */
function first<T>(rows: readonly T[], keyOf: (row: T) => string, count: number): T[] {
  const byKey = new Map<string, T>()
  for (const row of rows) if (!byKey.has(keyOf(row))) byKey.set(keyOf(row), row)
  return [...byKey.values()].slice(0, count)
}
