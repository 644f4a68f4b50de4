import { beforeEach, expect, test } from 'vitest'
import { cutRange } from '#core/performance/cutRange'
import { bucketOf, RELATIVE_ERROR } from '#core/performance/durationBuckets'
import { stageRow } from '#e2e/support/stageRow'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '../database'
import { type StageMeasurement, saveStageRows } from '../stageRows'
import { rolledUntil } from './rolledUntil'
import { rollUp } from './rollUp'
import { series } from './series'
import { summarize } from './summarize'

withTestStore()

const DAY_MS = 86_400_000
const noon = Math.floor(Date.now() / DAY_MS) * DAY_MS - 3 * DAY_MS + DAY_MS / 2
const YEAR_MS = 365 * DAY_MS

beforeEach(async () => {
  await database().$executeRaw`truncate stage_row, stage_rollup, stage_rollup_state`
})

const row = (durationMs: number, changes: Partial<StageMeasurement> = {}): StageMeasurement =>
  stageRow('ocr', durationMs, { queuedMs: 1, device: 'cpu', ...changes })

/** Rows as if they had been written at a moment. */
async function recorded(at: number, rows: readonly StageMeasurement[]): Promise<void> {
  const [last] = await database().$queryRaw<{ id: bigint }[]>`select coalesce(max(id), 0) as id from stage_row`
  await saveStageRows(rows)
  await database().$executeRaw`update stage_row set recorded_at = ${new Date(at)} where id > ${last!.id}`
}

/** Durations between 1 and 10,000 ms, many short and few long. */
const durations = (count: number) =>
  Array.from({ length: count }, (_, index) => 1 + (((index * 7_919) % count) ** 3 / count ** 3) * 9_999)

const sums = () => database().$queryRaw<{ level: string; bucket: Date; count: number }[]>`
  select level, bucket, sum(count)::int as count from stage_rollup group by level, bucket order by bucket, level`

test('adds each row to its minute, hour and day, and to the total, once', async () => {
  await recorded(noon, [row(1), row(2)])
  await recorded(noon + 59_999, [row(3)])
  await recorded(noon + 60_000, [row(4)])
  await recorded(noon + DAY_MS, [row(5)])
  await rollUp()
  const first = await sums()
  const iso = (at: number) => new Date(at)
  const [day, nextDay] = [iso(noon - DAY_MS / 2), iso(noon + DAY_MS / 2)]
  expect(first).toEqual([
    { level: 'total', bucket: new Date(0), count: 5 },
    { level: 'day', bucket: day, count: 4 },
    { level: 'hour', bucket: iso(noon), count: 4 },
    { level: 'minute', bucket: iso(noon), count: 3 },
    { level: 'minute', bucket: iso(noon + 60_000), count: 1 },
    { level: 'day', bucket: nextDay, count: 1 },
    { level: 'hour', bucket: iso(noon + DAY_MS), count: 1 },
    { level: 'minute', bucket: iso(noon + DAY_MS), count: 1 },
  ])
  await rollUp()
  expect(await sums()).toEqual(first)
})

test('comes to the same in many steps, and when several do it at once', async () => {
  for (const minute of [0, 1, 59, 60, 61, 700])
    await recorded(noon + minute * 60_000, [row(minute + 1), row(50, { workerId: 'two' })])
  await rollUp()
  const all = await database().$queryRaw`select * from stage_rollup order by level, bucket, worker_id`
  await database().$executeRaw`truncate stage_rollup, stage_rollup_state`
  for (const minute of [1, 2, 60, 61, 600, 701]) await rollUp(new Date(noon + minute * 60_000 + 30_000))
  await Promise.all([rollUp(), rollUp(), rollUp()])
  expect(await database().$queryRaw`select * from stage_rollup order by level, bucket, worker_id`).toEqual(all)
})

test('leaves the minute that is not over to the rows, and goes on there', async () => {
  await recorded(noon + 10_000, [row(1)])
  await rollUp(new Date(noon + 30_000))
  expect((await rolledUntil()).minute).toBe(noon)
  await recorded(noon + 40_000, [row(2)])
  const range = { from: noon - 1, to: noon + 60_001 }
  expect((await summarize(range, {}, YEAR_MS)).operations[0]).toMatchObject({ count: 2 })
  await rollUp(new Date(noon + 60_000))
  expect((await summarize(range, {}, YEAR_MS)).operations[0]).toMatchObject({ count: 2, maxMs: 2 })
})

test('waits for rows that are being written: none comes late into a minute that is over', async () => {
  let rolled: Promise<void> | undefined
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock_shared(7263004::bigint)`
    await tx.$executeRaw`insert into stage_row (job_id, operation, started_at, duration_ms, queued_ms, ok, worker_id, attempt, recorded_at)
      values (gen_random_uuid(), 'ocr', now(), 7, 0, true, 'slow', 1, ${new Date(noon)})`
    rolled = rollUp()
    // It stands behind this transaction: that is what the lock is for.
    await expect
      .poll(
        async () =>
          (
            await tx.$queryRaw<unknown[]>`select from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database())`
          ).length,
      )
      .toBe(1)
  })
  await rolled
  expect((await sums()).find(({ level }) => level === 'minute')).toMatchObject({ count: 1, bucket: new Date(noon) })
})

test('percentiles of sums are within 2.5 % of those of the rows, over any cut', async () => {
  const values = durations(3_000)
  for (const [part, hours] of [0, 1, 5, 20, 30].entries())
    await recorded(
      noon + hours * 3_600_000 + 1_234,
      values.filter((_, index) => index % 5 === part).map((value) => row(value)),
    )
  await rollUp()
  const range = { from: noon + 500, to: noon + 31 * 3_600_000 + 77 }
  expect(cutRange(range, await rolledUntil()).hour).not.toEqual([])
  const exact = await summarize(range, {}, YEAR_MS)
  const merged = await summarize(range, {}, 0)
  expect([exact.exact, merged.exact]).toEqual([true, false])
  const [one, other] = [exact.operations[0]!, merged.operations[0]!]
  expect(other).toMatchObject({ count: 3_000, meanMs: expect.closeTo(one.meanMs, 6), maxMs: one.maxMs })
  const sorted = values.toSorted((a, b) => a - b)
  for (const [share, found] of [
    [0.5, other.p50Ms],
    [0.95, other.p95Ms],
    [0.99, other.p99Ms],
  ] as const) {
    const ranked = sorted[Math.ceil(share * sorted.length) - 1]!
    expect(Math.abs(found - ranked) / ranked).toBeLessThanOrEqual(RELATIVE_ERROR + 1e-9)
  }
  expect(one.p95Ms).toBeCloseTo(sorted[Math.floor(0.95 * 2_999)]!, -2)
})

test('SQL and code agree on buckets', async () => {
  const values = [0, 0.001, 0.0101, 0.5, 1, 1.0001, 1.05, 1.06, 17, 333.3, 9_999, 1e9]
  await recorded(
    noon,
    values.map((value) => row(value)),
  )
  await rollUp()
  const found = await database().$queryRaw<{ b: number }[]>`
    select b::int as b from stage_rollup, unnest(buckets, counts) as entry(b, n), generate_series(1, n) where level = 'minute' order by b`
  expect(found.map(({ b }) => b)).toEqual(values.map(bucketOf).toSorted((a, b) => a - b))
})

test('filters rows and sums alike', async () => {
  await recorded(noon, [
    row(10, { cacheHit: true }),
    row(100, { cacheHit: false }),
    row(90, { cacheHit: false, workerId: 'two' }),
    row(5, { operation: 'render', device: null }),
    row(7, { ok: false, errorCode: 'JOB_TIMEOUT', device: 'cuda' }),
  ])
  const range = { from: noon, to: noon + 3_600_000 }
  const counted = async (filter: Parameters<typeof summarize>[1]) =>
    (await summarize(range, filter, YEAR_MS)).operations.map(({ operation, count }) => [operation, count])
  const filters = [
    {},
    { operation: 'ocr' },
    { workerId: 'two' },
    { device: 'cpu' },
    { cacheHit: true },
    { cacheHit: false, workerId: 'one' },
  ]
  const rows = []
  for (const filter of filters) rows.push(await counted(filter))
  expect(rows).toEqual([
    [
      ['ocr', 4],
      ['render', 1],
    ],
    [['ocr', 4]],
    [['ocr', 1]],
    [['ocr', 3]],
    [['ocr', 1]],
    [['ocr', 1]],
  ])
  await rollUp()
  await database().$executeRaw`truncate stage_row`
  for (const [index, filter] of filters.entries()) expect(await counted(filter)).toEqual(rows[index])
  const [ocr] = (await summarize(range, {}, YEAR_MS)).operations
  expect(ocr).toMatchObject({ errors: 1, errorRate: 0.25, cacheHits: 1, cacheMisses: 2, savedMs: 85 })
})

test('a chart has every step, from rows and from sums', async () => {
  await recorded(noon + 1_000, [
    row(10, { operation: 'job' }),
    row(20, { operation: 'job', ok: false, errorCode: 'INTERNAL' }),
  ])
  await recorded(noon + 130_000, [row(30, { operation: 'job' }), row(1)])
  const told = async () => {
    const points = await series({ from: noon, to: noon + 240_000 }, {}, 60)
    return points.map(({ at, count, errors, perSecond, p50Ms }) => [
      at.getTime() - noon,
      count,
      errors,
      perSecond,
      p50Ms && Math.round(p50Ms),
    ])
  }
  const expected = [
    [0, 2, 1, 1 / 60, 10],
    [60_000, 0, 0, 0, null],
    [120_000, 1, 0, 1 / 60, 30],
    [180_000, 0, 0, 0, null],
  ]
  expect(await told()).toEqual(expected)
  await rollUp()
  await database().$executeRaw`truncate stage_row`
  expect(await told()).toEqual(expected)
})
