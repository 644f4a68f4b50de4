import { expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '../database'
import { type ProcessSample, processTrends, saveProcessSample } from './processSamples'
import { prunePerformance } from './prune'
import { sampleProcess } from './sampleProcess'

withTestStore()

const HOUR_MS = 3_600_000

const plain: ProcessSample = {
  processId: 'one',
  kind: 'worker',
  rssBytes: 1e8,
  heapUsedBytes: 5e7,
  cpu: 1,
  load: 2,
  kept: true,
  caches: [],
}

/** A sample as if it had been written so long ago. */
const sampled = (hoursAgo: number, changes: Partial<ProcessSample> = {}) =>
  saveProcessSample({ ...plain, ...changes }, new Date(Date.now() - hoursAgo * HOUR_MS))

test('shows each process step by step: the most memory, the mean of the rest', async () => {
  await sampled(1, { rssBytes: 3e8, cpu: 0.5 })
  await sampled(1, { rssBytes: 2e8, cpu: 1.5 })
  await sampled(1, { processId: 'site', kind: 'site' })
  await sampled(30)
  const now = Date.now()
  const trends = await processTrends({ from: now - 5 * HOUR_MS, to: now }, 86_400)
  expect(trends).toEqual([
    { processId: 'site', kind: 'site', points: [expect.objectContaining({ rssBytes: 1e8 })] },
    {
      processId: 'one',
      kind: 'worker',
      points: [{ at: expect.any(Date), rssBytes: 3e8, heapUsedBytes: 5e7, cpu: 1, load: 2 }],
    },
  ])
})

test('of samples older than a day only the kept ones stay, as long as rows', async () => {
  await database().$executeRaw`truncate process_sample`
  await sampled(23, { kept: false })
  await sampled(25, { kept: false, rssBytes: 7 })
  await sampled(49)
  await sampled(24 * 5 + 1)
  await prunePerformance(5)
  const left = await database().$queryRaw<{ hours: number }[]>`
    select round(extract(epoch from now() - recorded_at) / 3600)::int as hours from process_sample order by recorded_at desc`
  expect(left.map(({ hours }) => hours)).toEqual([23, 49])
})

test('sums of what caches counted stay: by five minutes as long as rows, by the hour longer', async () => {
  const decoded = {
    name: 'decoded',
    tier: 'memory',
    hits: 1,
    misses: 0,
    evictions: 0,
    failures: 0,
    savedMs: 0,
  } as const
  const caches = [{ ...decoded, entries: 1, bytes: 1, maxBytes: 1 }]
  for (const days of [401, 6, 4]) await sampled(24 * days, { caches })
  await prunePerformance(5)
  const left = await database().$queryRaw<{ seconds: number; days: number }[]>`
    select seconds, round(extract(epoch from now() - bucket) / 86400)::int as days from cache_sum order by 1, 2`
  expect(left).toEqual([
    { seconds: 300, days: 4 },
    { seconds: 3600, days: 4 },
    { seconds: 3600, days: 6 },
  ])
})

test('a process tells of itself at once', async () => {
  await database().$executeRaw`truncate process_sample`
  const stop = sampleProcess('me', 'site', (error) => {
    throw error
  })
  await expect.poll(async () => (await database().$queryRaw<unknown[]>`select from process_sample`).length).toBe(1)
  stop()
  const [point] = (await processTrends({ from: Date.now() - HOUR_MS, to: Date.now() + HOUR_MS }, 60))[0]!.points
  expect(point!.rssBytes).toBeGreaterThan(10e6)
})
