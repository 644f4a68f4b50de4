import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { redisTier } from '#store/cache/redisTier'
import type { Tier } from '#store/cache/tier'
import { type MemeClient, memeClient } from '../support/memeClient'
import { type RedisServer, startRedis } from '../support/redisServer'
import { type Stack, startStack } from '../support/stack'

let redis: RedisServer
let shared: Tier
let stack: Stack
let client: MemeClient
let db: pg.Client
beforeAll(async () => {
  redis = await startRedis()
  shared = redisTier(redis.url)
  stack = await startStack({ env: { REDIS_URL: redis.url } })
  client = memeClient(stack.url)
  db = new pg.Client({ connectionString: stack.databaseUrl })
  await db.connect()
})
afterAll(async () => {
  await db.end()
  await stack.stop()
  await shared.close()
  await redis.stop()
})

const picture = (seed: number) => client.upload(benchPicture(seed, ['SHARE WHAT', 'YOU HAVE READ']))
const entries = async (name: 'ocr' | 'match' | 'fingerprint') => (await shared.size(name)).entries

/** What each stage of a job found in its cache. */
async function hits(jobId: string): Promise<Readonly<Record<string, boolean | null>>> {
  const rows = async () =>
    (
      await db.query<{ operation: string; hit: boolean | null }>(
        'select operation, cache_hit as hit from stage_row where job_id = $1',
        [jobId],
      )
    ).rows
  // A job's rows are written after its end.
  await expect.poll(rows).not.toHaveLength(0)
  return Object.fromEntries((await rows()).map(({ operation, hit }) => [operation, hit]))
}

const similar = (uploadId: string) =>
  client.ask<{ similarTemplates: unknown[] }>('query ($id: ID) { similarTemplates(uploadId: $id) { similarity } }', {
    id: uploadId,
  })

describe('caches that all processes share, in Redis', () => {
  let uploadId: string

  it('hold what one worker read and recognised for the next', async () => {
    uploadId = await picture(31)
    const first = await client.generate(uploadId, ['ONE'])
    expect(await hits(first.id)).toMatchObject({ ocr: false, match: false })
    await similar(uploadId)
    for (const name of ['ocr', 'match', 'fingerprint'] as const) await expect.poll(() => entries(name)).toBe(1)
    const { rows } = await db.query('select from cache_entry')
    expect(rows).toHaveLength(0)
    await stack.killWorker()
    await stack.startWorker()
    const second = await client.generate(uploadId, ['TWO'])
    expect(await hits(second.id)).toMatchObject({ ocr: true, match: true, decode: false })
  })

  it('answer from the site alone what was asked before, with no worker at all', async () => {
    await stack.killWorker()
    expect((await similar(uploadId)).similarTemplates).toEqual([])
    const equal = await client.request(uploadId, ['ONE'])
    expect(equal).toMatchObject({ fromFinishedMeme: true, joined: false, job: { state: 'DONE', fraction: 1 } })
    expect((await fetch(new URL(equal.job!.meme!.url, stack.url))).status).toBe(200)
    const { rows } = await db.query('select from graphile_worker.jobs where key = $1', [equal.job!.id])
    expect(rows).toHaveLength(0)
    await stack.startWorker()
  })

  it('are done without when Redis goes, which each process says once, and used when it is back', async () => {
    await redis.stop('SIGKILL')
    const told = () => stack.printed.filter((line) => line.includes('the shared cache fails'))
    for (const words of ['THREE', 'FOUR']) {
      const { id } = await client.generate(await picture(words === 'THREE' ? 32 : 33), [words])
      expect(await hits(id)).toMatchObject({ ocr: false, match: false })
    }
    await similar(uploadId)
    expect(told().filter((line) => line.startsWith('worker:'))).toHaveLength(1)
    expect(told().filter((line) => line.startsWith('site:'))).toHaveLength(1)
    await redis.start()
    let seed = 40
    // Everybody connects again within two seconds; what is made before is not kept.
    await expect
      .poll(
        async () => {
          await client.generate(await picture(seed++), ['BACK'])
          return entries('ocr').catch(() => 0)
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBeGreaterThan(0)
  })
})
