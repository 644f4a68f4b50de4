import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnalyzePayload } from '#core/jobPayload'
import { stream } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { jobEvents } from '#store/jobEvents'
import { claimJob, endJob, saveProgress } from '#store/jobs/holdJob'
import { requestJob } from '#store/jobs/requestJob'
import { openSubscriptions } from '../../limits/subscriptionSlots'

withTestStore()

const progress = `subscription ($id: ID!) { memeProgress(jobId: $id) { id state stage stageText fraction version problem { code } } }`

const queued = async (): Promise<string> => {
  const payload: AnalyzePayload = {
    kind: 'ANALYZE',
    source: { sha256: randomUUID(), uploadId: randomUUID() },
    recognise: true,
  }
  return (await requestJob(payload, config())).job.id
}

/** The next state that the stream tells. */
async function next(changes: AsyncIterator<{ data?: { memeProgress: Record<string, unknown> } }>) {
  const { value } = await changes.next()
  return value?.data?.memeProgress
}

test('tells the current state first, then each change, and completes after the last', async () => {
  const id = await queued()
  const changes = stream(progress, { id })
  expect(await next(changes)).toMatchObject({ id, state: 'QUEUED', stage: null, fraction: 0, version: 1 })
  const hold = (await claimJob(id, 'a-worker', 3))!
  expect(await next(changes)).toMatchObject({ state: 'RUNNING', version: 2 })
  await saveProgress(hold, 'ocr', 0.5)
  expect(await next(changes)).toMatchObject({ stage: 'OCR', stageText: 'Reading the words on it', fraction: 0.5 })
  await endJob(hold, { problem: { code: 'IMAGE_DAMAGED', message: 'Damaged.', details: {} } })
  expect(await next(changes)).toMatchObject({ state: 'FAILED', stage: null, problem: { code: 'IMAGE_DAMAGED' } })
  expect(await changes.next()).toMatchObject({ done: true })
  expect(openSubscriptions()).toBe(0)
})

test('tells only the end of a job that has ended', async () => {
  const id = await queued()
  await endJob((await claimJob(id, 'a-worker', 3))!, {
    problem: { code: 'EMPTY_FILE', message: 'Empty.', details: {} },
  })
  const states = []
  for await (const { data } of stream(progress, { id })) states.push(data.memeProgress.state)
  expect(states).toEqual(['FAILED'])
})

test('versions only rise, and the last one comes, however fast changes follow each other', async () => {
  const id = await queued()
  const changes = stream(progress, { id })
  expect(await next(changes)).toMatchObject({ version: 1 })
  const hold = (await claimJob(id, 'a-worker', 3))!
  await Promise.all(Array.from({ length: 30 }, (_, index) => saveProgress(hold, 'ocr', index / 30)))
  await endJob(hold, { problem: { code: 'EMPTY_FILE', message: 'Empty.', details: {} } })
  const versions: number[] = []
  for await (const { data } of changes) versions.push(data.memeProgress.version)
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b))
  expect(versions.at(-1)).toBe(33)
})

test('goes on after the database cut its connection, with what was missed', async () => {
  const id = await queued()
  const changes = stream(progress, { id })
  await jobEvents().ready()
  await next(changes)
  await database().$queryRaw`
    select pg_terminate_backend(pid)::text from pg_stat_activity
    where datname = current_database() and application_name = 'memezap-events'`
  await claimJob(id, 'a-worker', 3)
  expect(await next(changes)).toMatchObject({ state: 'RUNNING' })
  await changes.return?.()
})

test('says NOT_FOUND for an unknown id', async () => {
  for (const id of [randomUUID(), 'nonsense']) {
    const { value } = await stream(progress, { id }).next()
    expect(value.errors).toMatchObject([
      { message: 'There is no job with this id.', extensions: { code: 'NOT_FOUND' } },
    ])
  }
})

test('leaves no listener behind when clients go while nothing happens, and gives their slots back', async () => {
  const id = await queued()
  const before = jobEvents().watching()
  const open = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const changes = stream(progress, { id })
      await next(changes)
      return changes
    }),
  )
  expect(jobEvents().watching() - before).toBe(20)
  expect(openSubscriptions()).toBe(20)
  await Promise.all(open.map((changes) => changes.return?.()))
  await expect.poll(() => jobEvents().watching() - before).toBe(0)
  expect(openSubscriptions()).toBe(0)
})

test('refuses more subscriptions than allowed', async () => {
  const id = await queued()
  const max = config().limits.max_subscriptions
  const open = await Promise.all(
    Array.from({ length: max }, async () => {
      const changes = stream(progress, { id })
      await next(changes)
      return changes
    }),
  )
  const { value } = await stream(progress, { id }).next()
  expect(value.errors[0].extensions.code).toBe('TOO_MANY_SUBSCRIPTIONS')
  await Promise.all(open.map((changes) => changes.return?.()))
  await expect.poll(openSubscriptions).toBe(0)
})
