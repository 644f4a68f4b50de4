import { FIRST_BUCKET, GAMMA, LAST_BUCKET } from '#core/performance/durationBuckets'
import { Prisma } from '../generated/prisma/client'

/** The bucket of a row's `duration_ms`, in SQL: `bucketOf` of core/performance/durationBuckets.ts. */
export const durationBucket = Prisma.raw(
  `least(${LAST_BUCKET}, greatest(${FIRST_BUCKET}, ceil(ln(greatest(duration_ms, 1e-6)) / ${Math.log(GAMMA)})))::smallint`,
)

/** Null columns of a row as the sums' key says them. */
export const rowCache = Prisma.raw(`case when cache_hit then 'hit' when not cache_hit then 'miss' else 'none' end`)
export const rowDevice = Prisma.raw(`coalesce(device, '')`)
export const rowErrorCode = Prisma.raw(`case when ok then '' else coalesce(error_code, 'INTERNAL') end`)
