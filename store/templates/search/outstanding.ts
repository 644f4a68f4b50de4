import pgvector from 'pgvector'
import { fingerprintKind } from '#core/fingerprint/fingerprint'
import { database } from '../../database'
import { Prisma } from '../../generated/prisma/client'
import type { ClipModel } from '../../readyClip'

/** Vectors that show how alike things are that have nothing to do with each other. */
const SAMPLE = 1000

/** What is so far from the middle to 1 stands out anyhow: where all are much alike, or few, the line would lie beyond the same picture. */
const NEARLY_SAME = 0.8

/** How alike templates' pictures are to some vector. */
export interface UsualLikeness {
  /** Half of all are less alike. */
  readonly middle: number
  /** From here on one stands out. */
  readonly outstanding: number
}

const text = (vector: Float32Array) => pgvector.toSql([...vector]) as string

/**
 * Likenesses say little by themselves: cosines of words and pictures are small, and some picture is always the nearest, also to nonsense. So the line is
 * where the best of as many pictures would not come by chance: the middle of all plus √(2 ln n) of their spread (the universal threshold of Donoho
 * and Johnstone, 1994). Both are robust: what does stand out does not move the line.
 * @param likenesses selects `likeness` of the first SAMPLE rows by id: ids are random, so that this is a fair sample
 */
async function usualLikeness(table: string, likenesses: Prisma.Sql): Promise<UsualLikeness | undefined> {
  const [row] = await database().$queryRaw<
    { middle: number | null; spread: number | null; size: number; rows: number }[]
  >`
    with sample as materialized (${likenesses}),
    middle as (select percentile_cont(0.5) within group (order by likeness) as at, count(*)::int as size from sample)
    select at as middle, size, (select reltuples::float8 from pg_class where oid = ${table}::regclass) as rows,
      1.4826 * (select percentile_cont(0.5) within group (order by abs(likeness - at)) from sample) as spread
    from middle`
  if (!row || row.middle === null || row.spread === null || row.spread < 1e-6) return undefined
  const count = row.size < SAMPLE ? row.size : Math.max(row.size, row.rows)
  const { middle, spread } = row
  const unlikely = middle + spread * Math.sqrt(2 * Math.log(count))
  return { middle, outstanding: Math.min(unlikely, middle + NEARLY_SAME * (1 - middle)) }
}

/** Of a vector of CLIP, by cosine; undefined when there are no vectors of this model to compare it with. */
export const usualCosine = (vector: Float32Array, { model, version }: ClipModel): Promise<UsualLikeness | undefined> =>
  usualLikeness(
    'template_clip',
    Prisma.sql`select 1 - (vector <=> ${text(vector)}::halfvec(512)) as likeness from template_clip
      where model = ${model} and version = ${version} order by picture_id limit ${SAMPLE}`,
  )

/** Of a fingerprint, by inner product; undefined when there are none to compare it with. */
export const usualFingerprint = (vector: Float32Array): Promise<UsualLikeness | undefined> =>
  usualLikeness(
    'template_fingerprint',
    Prisma.sql`select -(vector <#> ${text(vector)}::halfvec(432)) as likeness from template_fingerprint
      where algorithm = ${fingerprintKind.name} and version = ${fingerprintKind.version} order by picture_id, part limit ${SAMPLE}`,
  )
