import { expect, test } from 'vitest'
import { stageRow } from '#e2e/support/stageRow'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '../database'
import { saveStageRows } from '../stageRows'
import { failures } from './failures'
import { prunePerformance } from './prune'
import { rollUp } from './rollUp'
import { slowestJobs } from './slowestJobs'
import { summarize } from './summarize'

withTestStore()

const DAY_MS = 86_400_000
const failed = (errorCode: string) => ({ ok: false, errorCode })

test('failures and slowest jobs are the same before and after summing up; counts outlive rows', async () => {
  const jobs = Array.from({ length: 60 }, (_, index) => stageRow('job', ((index * 37) % 60) + 1))
  await saveStageRows([...jobs, stageRow('ocr', 5_000)])
  for (const code of ['INTERNAL', 'JOB_TIMEOUT', 'INTERNAL'])
    await saveStageRows([stageRow('job', 0.5, failed(code)), stageRow('ocr', 1, failed(code))])
  await database().$executeRaw`update stage_row set recorded_at = now() - interval '3 days'`
  const range = { from: Date.now() - 3 * DAY_MS - 5_000_000, to: Date.now() - 2 * DAY_MS }
  const told = async () => ({
    slowest: (await slowestJobs(range, {}, 3)).map(({ durationMs }) => durationMs),
    ofNobody: await slowestJobs(range, { workerId: 'nobody' }, 3),
    all: (await slowestJobs(range, { operation: 'ocr' }, 100)).length,
    failures: (await failures(range, {})).map(({ code, count, jobs: latest }) => [code, count, latest.length]),
  })
  const expected = {
    slowest: [60, 59, 58],
    ofNobody: [],
    all: 63,
    failures: [
      ['INTERNAL', 2, 2],
      ['JOB_TIMEOUT', 1, 1],
    ],
  }
  expect(await told()).toEqual(expected)
  await rollUp()
  expect(await told()).toEqual(expected)

  await prunePerformance(1)
  const rows = await database().stageRow.count()
  const minutes = await database().$queryRaw<unknown[]>`select from stage_rollup where level = 'minute'`
  expect([rows, minutes.length]).toEqual([0, 0])
  const whole = { from: Math.floor(range.from / DAY_MS) * DAY_MS, to: Date.now() }
  const { operations, exact } = await summarize(whole, {}, DAY_MS)
  expect(exact).toBe(false)
  expect(operations.find(({ operation }) => operation === 'job')).toMatchObject({ count: 63, errors: 3, maxMs: 60 })
  expect((await failures(whole, {})).map(({ code, count, jobs: latest }) => [code, count, latest])).toEqual([
    ['INTERNAL', 2, []],
    ['JOB_TIMEOUT', 1, []],
  ])
})
