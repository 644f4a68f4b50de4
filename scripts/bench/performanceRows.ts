/**
 * `npm run perf:fill -- --rows 10000000 --days 30`: fills a database of its own with plausible performance rows, sums them up as a worker does, and
 * prints how long each query of the dashboard takes. `--processes 8`: of so many are there samples. `--json FILE` writes the times; TEST_DATABASE_URL says on which server.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { bucketSecondsFor } from '#core/performance/bucketSeconds'
import { timeBefore } from '#core/performance/range'
import { startDatabaseServer } from '#e2e/support/databaseServer'
import { percentile } from '#scripts/eval/percentile'
import { alertCheck } from '#store/alerts/alertCheck'
import { readFigures } from '#store/alerts/readFigures'
import { config } from '#store/config'
import { closeDatabase, database } from '#store/database'
import { cacheTrends } from '#store/performance/cacheTrends'
import { performanceChoices } from '#store/performance/choices'
import { databaseNow } from '#store/performance/databaseNow'
import { failures } from '#store/performance/failures'
import { jobPerformance } from '#store/performance/jobPerformance'
import { processTrends } from '#store/performance/processSamples'
import { queueByKind } from '#store/performance/queueByKind'
import { rollUp } from '#store/performance/rollUp'
import { series } from '#store/performance/series'
import { slowestJobs } from '#store/performance/slowestJobs'
import { splits } from '#store/performance/splits'
import { summarize } from '#store/performance/summarize'
import { performanceTotals } from '#store/performance/totals'
import { type StageMeasurement, saveStageRows } from '#store/stageRows'
import { fillRows, fillSamples, ROWS_PER_JOB } from './performance/fillRows'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000000' },
    days: { type: 'string', default: '30' },
    processes: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
})
const days = Number(values.days)
const rounds = Number(values.rounds)
const keptMs = 30 * 86_400_000

interface Timed {
  readonly what: string
  readonly range: string
  readonly p50Ms: number
  readonly maxMs: number
}
const times: Timed[] = []

/** Runs a query once in vain, then some times on the clock. */
async function timed(what: string, range: string, query: () => Promise<unknown>): Promise<void> {
  await query()
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await query()
    took.push(performance.now() - start)
  }
  const row = { what, range, p50Ms: percentile(took, 0.5), maxMs: Math.max(...took) }
  times.push(row)
  console.log(`| ${what} | ${range} | ${row.p50Ms.toFixed(1)} | ${row.maxMs.toFixed(1)} |`)
}

/** How long it takes until something is done, told on one line. */
async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return result
}

const ranges = { '15 min': 15, '1 h': 60, '6 h': 360, '24 h': 1_440, '7 days': 10_080, '30 days': 43_200 } as const

async function timeDashboard(): Promise<void> {
  console.log('| query | time | p50 ms | max ms |\n|---|---|---|---|')
  for (const [range, minutes] of Object.entries(ranges).filter(([, one]) => one <= days * 1_440)) {
    const to = Date.now()
    const span = { from: to - minutes * 60_000, to }
    const bucketSeconds = bucketSecondsFor(minutes * 60)
    await timed('figures per operation', range, () => summarize(span, {}, keptMs))
    await timed('… of the time before', range, () => summarize(timeBefore(span), {}, keptMs))
    await timed('… of one worker, cold', range, () =>
      summarize(span, { workerId: 'worker-a', cacheHit: false }, keptMs),
    )
    await timed('… of what never ran', range, () => summarize(span, { operation: 'import' }, keptMs))
    await timed('warm and cold, device and device', range, () => splits(span, {}, keptMs))
    await timed('chart of jobs', range, () => series(span, {}, bucketSeconds))
    await timed('failures by reason', range, () => failures(span, {}))
    await timed('slowest jobs', range, () => slowestJobs(span, {}, 10))
    await timed('… of one worker, cold', range, () => slowestJobs(span, { workerId: 'worker-a', cacheHit: false }, 10))
    await timed('what caches did', range, () => cacheTrends(span, bucketSeconds))
    await timed('memory and load', range, () => processTrends(span, bucketSeconds))
  }
  const [job] = await database().$queryRaw<
    { id: string }[]
  >`select job_id as id from stage_row order by id desc limit 1`
  await timed('one job', '–', () => jobPerformance(job!.id))
  await timed('what alerts watch', '–', async () => readFigures(config(), await alertCheck()))
  await timed('database', '–', () => databaseNow())
  await timed('queue by kind', '–', () => queueByKind(() => 2))
  await timed('choices of filters', '–', () => performanceChoices())
  await timed('totals for /metrics', '–', () => performanceTotals())
}

/** How long the rows of one job take to be written, one job after another. */
async function timeWriting(): Promise<void> {
  const row: StageMeasurement = {
    jobId: '00000000-0000-4000-8000-000000000000',
    operation: 'ocr',
    startedAt: new Date(),
    durationMs: 100,
    queuedMs: 1,
    ok: true,
    errorCode: null,
    cacheHit: false,
    rssBeforeBytes: 4e8,
    rssAfterBytes: 4e8,
    device: 'cpu',
    model: 'PP-OCRv4',
    workerId: 'worker-a',
    attempt: 1,
  }
  const batch = Array.from({ length: ROWS_PER_JOB }, () => row)
  const took: number[] = []
  for (let round = 0; round < 300; round += 1) {
    const start = performance.now()
    await saveStageRows(batch)
    took.push(performance.now() - start)
  }
  const [p50, p95] = [percentile(took, 0.5), percentile(took, 0.95)]
  console.log(`\nWriting the rows of one job (after it has ended): p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`)
}

const server = await startDatabaseServer()
process.env.DATABASE_URL = await server.create()
try {
  await told('filled', () => fillRows(Number(values.rows), days, (line) => console.log(line)))
  await fillSamples(days, Number(values.processes))
  await told('summed up, all of it', () => rollUp())
  await told('analysed', () => database().$executeRaw`vacuum analyze`)
  const sizes = await database().$queryRaw<{ name: string; megabytes: number; rows: number }[]>`
    select relname as name, round(pg_total_relation_size(oid) / 1e6)::int as megabytes, reltuples::float8 as rows
    from pg_class where relname in ('stage_row', 'stage_rollup', 'process_sample', 'cache_sum') order by 1`
  for (const { name, megabytes, rows } of sizes)
    console.log(`${name}: ${rows.toLocaleString('en')} rows, ${megabytes} MB`)
  await timeDashboard()
  await timeWriting()
  await told('summed up, the latest minutes', () => rollUp())
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ rows: Number(values.rows), days, times }, null, 2)}\n`)
} finally {
  await closeDatabase()
  await server.stop()
}
