import { cacheNames } from '#core/cacheCounters'
import { database } from '#store/database'
import { Prisma } from '#store/generated/prisma/client'
import { cacheSumSeconds } from '#store/performance/cacheSums'

/** What a job does: operation, usual milliseconds, spread, share of cache hits (null: no cache), milliseconds on a hit. */
const shape = Prisma.raw(`(values
  ('fetch', 4, 0.6, null, 0), ('hash', 2, 0.4, 0.05, 1), ('decode', 16, 0.5, 0.4, 0.2), ('ocr', 140, 0.4, 0.4, 1.5), ('match', 45, 0.5, 0.3, 0.5),
  ('decide', 0.3, 0.3, null, 0), ('remove_text', 70, 0.6, 0.35, 0.4), ('place_text', 8, 0.5, null, 0), ('render', 22, 0.4, null, 0),
  ('store', 9, 0.5, null, 0), ('job', 300, 0.5, 0.3, 60)) as shape(operation, usual_ms, spread, hit_share, hit_ms)`)

/** Rows of one job. */
export const ROWS_PER_JOB = 11

const PART_JOBS = 50_000

/**
 * Writes rows of jobs that are spread evenly over the last days, by two workers, one on a GPU; 1 % fail. Indexes are made anew afterwards: much faster.
 * @param rows about how many
 */
export async function fillRows(rows: number, days: number, told: (line: string) => void): Promise<void> {
  const db = database()
  const indexes = await db.$queryRaw<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes where tablename = 'stage_row' and indexname <> 'stage_row_pkey'`
  for (const { name } of indexes) await db.$executeRawUnsafe(`drop index "${name}"`)
  const jobs = Math.ceil(rows / ROWS_PER_JOB)
  const stepSeconds = (days * 86_400) / jobs
  for (let first = 0; first < jobs; first += PART_JOBS) {
    const last = Math.min(jobs, first + PART_JOBS) - 1
    await db.$executeRaw`
      insert into stage_row (job_id, operation, started_at, duration_ms, queued_ms, ok, error_code, cache_hit, rss_before_bytes, rss_after_bytes,
        device, model, worker_id, attempt, recorded_at)
      select id, operation, at - interval '1 second', case when hit then hit_ms else usual_ms end * exp(spread * normal), queued_ms,
        ok, case when ok then null else code end, hit, 400000000, 400000000, device, null, worker_id, 1, at
      from (
        -- Chance is drawn here, once for each row; offset keeps Postgres from drawing less often.
        select job.*, shape.*, sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) as normal, case when hit_share is not null then random() < hit_share end as hit,
          not (failed and operation in ('job', 'store')) as ok
        from (
          select gen_random_uuid() as id, now() - make_interval(secs => (${jobs}::int - number) * ${stepSeconds}::float8) as at,
            random() < 0.01 as failed, random() * 40 as queued_ms, case when number % 2 = 0 then 'cpu' else 'cuda' end as device,
            case when number % 2 = 0 then 'worker-a' else 'worker-b' end as worker_id,
            (array['JOB_TIMEOUT', 'IMAGE_DAMAGED', 'URL_UNREACHABLE', 'INTERNAL'])[1 + floor(random() * 4)::int] as code
          from generate_series(${first}::int, ${last}::int) as number) job, ${shape}
        offset 0) drawn`
    told(`${Math.min(rows, (last + 1) * ROWS_PER_JOB).toLocaleString('en')} rows`)
  }
  for (const { definition } of indexes) await db.$executeRawUnsafe(definition)
}

/** When samples are there of: every five minutes those that are `kept`, of the last day all. */
const sampleTimes = (days: number) => Prisma.sql`(
  select at, true as kept from generate_series(now() - make_interval(days => ${days}::int), now(), interval '5 minutes') as at
  union all select at, false from generate_series(now() - interval '1 day', now(), interval '15 seconds') as at) times`

/**
 * Writes samples of processes as they would be left after so many days, and the sums of what their caches counted.
 * @param processes how many: one is the site, the others work
 */
export async function fillSamples(days: number, processes = 3): Promise<void> {
  const db = database()
  await db.$executeRaw`
    insert into process_sample (process_id, kind, rss_bytes, heap_used_bytes, cpu, load, kept, recorded_at, caches)
    select 'process-' || number, case number when 1 then 'site' else 'worker' end, 4e8 + random() * 1e8, 8e7 + random() * 1e7, random(),
      random() * 2, kept, at, (
      select jsonb_agg(jsonb_build_object('name', name, 'tier', 'memory', 'hits', extract(epoch from at)::bigint % 1e7, 'misses', extract(epoch from at)::bigint % 1e6,
        'evictions', 0, 'failures', 0, 'savedMs', extract(epoch from at)::bigint % 1e7, 'entries', 100, 'bytes', 1e6, 'maxBytes', 1e7))
      from unnest(${[...cacheNames]}::text[]) as name)
    from generate_series(1, ${processes}::int) as number, ${sampleTimes(days)}`
  for (const seconds of Object.values(cacheSumSeconds))
    await db.$executeRaw`
      insert into cache_sum (seconds, bucket, name, tier, hits, misses, evictions, failures, saved_ms, entries, bytes, max_bytes)
      select ${seconds}::int, at, name, 'memory', ${processes * seconds}::int, ${(processes * seconds) / 10}::float8, 0, 0, ${processes * seconds}::int, 100, 1e6, 1e7
      from unnest(${[...cacheNames]}::text[]) as name, generate_series(
        to_timestamp(floor(extract(epoch from now() - make_interval(days => ${days}::int)) / ${seconds}) * ${seconds}), now(), make_interval(secs => ${seconds})) as at`
}
