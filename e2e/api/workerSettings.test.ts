import pg from 'pg'
import { afterEach, expect, it } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { memeClient } from '../support/memeClient'
import { type Stack, startStack } from '../support/stack'

// Each test starts a system of its own, building it when nobody has yet.
const startingMs = 180_000

let stack: Stack | undefined
afterEach(() => stack?.stop())

/** Runs jobs that all waited before the worker came. @returns how many of them were in progress at the same moment at most */
async function mostAtOnce(env: Readonly<Record<string, string>>): Promise<number> {
  stack = await startStack({ worker: false, env })
  const client = memeClient(stack.url)
  const uploadId = await client.upload(benchPicture(77, ['SIDE BY SIDE', 'OR IN A ROW']))
  const tickets = await Promise.all([1, 2, 3, 4].map((n) => client.request(uploadId, [`WORDS ${n}`])))
  await stack.startWorker()
  await Promise.all(tickets.map(({ job }) => client.ended(job!.id)))
  return ask(`select max(count) as answer from (
    select count(*) from job a join job b on b.started_at <= a.started_at and b.finished_at > a.started_at group by a.id) running`)
}

async function ask(sql: string): Promise<number> {
  const db = new pg.Client({ connectionString: stack!.databaseUrl })
  await db.connect()
  try {
    const { rows } = await db.query<{ answer: string }>(sql)
    return Number(rows[0]?.answer)
  } finally {
    await db.end()
  }
}

it(
  'workers.jobs: 1 runs one job after another; cache.cleanup_interval_hours sets the next clean-up',
  async () => {
    expect(await mostAtOnce({ MEMEZAP_WORKERS__JOBS: '1', MEMEZAP_CACHE__CLEANUP_INTERVAL_HOURS: '3' })).toBe(1)
    const hours = await ask(
      "select extract(epoch from run_at - now()) / 3600 as answer from graphile_worker._private_jobs where key = 'memezap_cleanup'",
    )
    expect(hours).toBeGreaterThan(2.8)
    expect(hours).toBeLessThanOrEqual(3)
  },
  startingMs,
)

it(
  'workers.jobs: 2 runs two at the same moment',
  async () => {
    expect(await mostAtOnce({ MEMEZAP_WORKERS__JOBS: '2' })).toBe(2)
  },
  startingMs,
)
