import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { jobEvents } from '#store/jobEvents'
import { requestJob } from '#store/jobs/requestJob'
import { waitForJob } from './waitForJob'

withTestStore()

const queued = async (): Promise<string> =>
  (
    await requestJob(
      { kind: 'ANALYZE', source: { sha256: randomUUID(), uploadId: randomUUID() }, recognise: true },
      config(),
    )
  ).job.id

/** From now until the test ends, every read of a job fails. */
async function loseJobs(): Promise<void> {
  await database().$executeRaw`alter table job rename to lost_job`
  onTestFinished(async () => {
    await database().$executeRaw`alter table lost_job rename to job`
  })
}

test('without waiting tells the job as it is', async () => {
  const id = await queued()
  expect(await waitForJob(id, 0)).toMatchObject({ id, state: 'QUEUED' })
  await expect(waitForJob(randomUUID(), 0)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(waitForJob(randomUUID(), 30_000)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a client that has gone before is not waited for', async () => {
  const id = await queued()
  expect(await waitForJob(id, 30_000, AbortSignal.abort())).toMatchObject({ id })
  expect(jobEvents().watching()).toBe(0)
})

test.each([0, 200])(
  'a database that cannot be read is a failure after the %i ms, not a wait for ever',
  async (waitMs) => {
    const id = await queued()
    await loseJobs()
    await expect(waitForJob(id, waitMs)).rejects.toThrow('does not exist in the current database')
    expect(jobEvents().watching()).toBe(0)
  },
)

test('a client that goes away during an outage ends the wait', async () => {
  const id = await queued()
  await loseJobs()
  const client = new AbortController()
  const waiting = waitForJob(id, 30_000, client.signal)
  client.abort()
  await expect(waiting).rejects.toThrow()
  expect(jobEvents().watching()).toBe(0)
})
