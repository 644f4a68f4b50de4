import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { ask, stream } from '#e2e/support/api'
import { batchSelection, generateMemes, newTemplate } from '#e2e/support/batches'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { jobEvents } from '#store/jobEvents'
import { claimJob, endJob, type Hold, saveProgress } from '#store/jobs/holdJob'
import { openSubscriptions } from '../../limits/subscriptionSlots'

withTestStore()

const progress = `subscription ($id: ID!) { batchProgress(batchId: $id) {
  batch { ${batchSelection} }
  changed { index job { state stage fraction queuePosition } problem { code } } } }`
const cancel = `mutation ($id: ID!) { cancelBatch(id: $id) {
  __typename ... on BatchCancelled { batch { ${batchSelection} } } ... on Problem { code } ... on RequestProblem { field } } }`

interface Event {
  readonly batch: { readonly ended: boolean; readonly fraction: number; readonly [field: string]: unknown }
  readonly changed: readonly { readonly index: number; readonly job: { readonly state: string } | null }[]
}

beforeAll(async () => {
  await newTemplate('two-buttons')
})

/** A batch of so many memes, and one item that is refused. */
async function queued(count: number): Promise<{ id: string; jobIds: string[] }> {
  const items = Array.from({ length: count }, () => ({ captions: [randomUUID()] }))
  const { batch } = await generateMemes({ shared: { source: { templateId: 'two-buttons' } }, items: [...items, {}] })
  return { id: batch.id, jobIds: batch.items.flatMap(({ job }: { job: { id: string } | null }) => job?.id ?? []) }
}

const claim = async (jobId: string): Promise<Hold> => (await claimJob(jobId, 'a-worker', 3))!
const failed = { problem: { code: 'IMAGE_DAMAGED', message: 'Damaged.', details: {} } }
const follow = (id: string) => stream(progress, { id }) as AsyncIterableIterator<{ data: { batchProgress: Event } }>
const next = async (events: ReturnType<typeof follow>): Promise<Event> => (await events.next()).value.data.batchProgress
const indexes = ({ changed }: Event) => changed.map(({ index }) => index)

test('tells all of it first, then what has changed, and completes after the last', async () => {
  const { id, jobIds } = await queued(3)
  const events = follow(id)
  const first = await next(events)
  expect(first.batch).toMatchObject({ total: 4, waiting: 3, running: 0, done: 0, failed: 1, ended: false })
  expect(indexes(first)).toEqual([0, 1, 2, 3])
  expect(first.changed[3]).toMatchObject({ job: null, problem: { code: 'NO_CAPTIONS' } })

  const holds = [await claim(jobIds[1]!)]
  const second = await next(events)
  expect(indexes(second)).toEqual([1])
  expect(second.batch).toMatchObject({ waiting: 2, running: 1 })
  await saveProgress(holds[0]!, 'ocr', 0.5)
  const third = await next(events)
  expect(third.changed).toMatchObject([{ index: 1, job: { state: 'RUNNING', stage: 'OCR', fraction: 0.5 } }])
  expect(third.batch.fraction).toBeCloseTo((1 + 0.5) / 4)
  expect(third.batch.etaSeconds).toBeGreaterThan(0)

  await endJob(holds[0]!, failed)
  expect((await next(events)).batch).toMatchObject({ waiting: 2, running: 0, failed: 2 })
  for (const jobId of [jobIds[0]!, jobIds[2]!]) await endJob(await claim(jobId), failed)
  let last: Event | undefined
  for await (const { data } of events) last = data.batchProgress
  expect(last!.batch).toMatchObject({ failed: 4, ended: true, fraction: 1, etaSeconds: 0 })
  expect(openSubscriptions()).toBe(0)
})

test('tells only the whole of a batch that has ended', async () => {
  const { id, jobIds } = await queued(2)
  for (const jobId of jobIds) await endJob(await claim(jobId), failed)
  const events: Event[] = []
  for await (const { data } of follow(id)) events.push(data.batchProgress)
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({ batch: { ended: true }, changed: Array(3).fill({}) })
})

test('a hundred jobs that change a thousand times make ten events a second at most, and few statements', async () => {
  const { id, jobIds } = await queued(config().limits.max_batch - 1)
  const events = follow(id)
  const began = performance.now()
  const told: Event[] = [await next(events)]
  const statements = vi.spyOn(pg.Client.prototype, 'query')
  const reads = () => statements.mock.calls.filter(([text]) => isJobRead(text)).length
  const following = (async () => {
    for await (const { data } of events) told.push(data.batchProgress)
  })()
  await Promise.all(
    jobIds.map(async (jobId) => {
      const hold = await claim(jobId)
      for (const part of [0.2, 0.4, 0.6, 0.8]) await saveProgress(hold, 'render', part)
      await endJob(hold, failed)
    }),
  )
  await following
  const most = 2 + Math.ceil((performance.now() - began) / 100)
  expect(told.length).toBeLessThanOrEqual(most)
  expect(reads()).toBeGreaterThan(0)
  expect(reads()).toBeLessThanOrEqual(most)
  expect(told.at(-1)!.batch).toMatchObject({ ended: true, failed: 100 })
  const states = new Map<number, string | undefined>()
  for (const { changed } of told) for (const { index, job } of changed) states.set(index, job?.state)
  expect([...states.values()].filter((state) => state === 'FAILED')).toHaveLength(99)
  statements.mockRestore()
})

/** A read of jobs' rows by their ids, as a followed batch does it. */
const isJobRead = (query: unknown): boolean =>
  /^SELECT .* FROM "public"."job" WHERE "public"."job"."id" IN/s.test(
    typeof query === 'string' ? query : ((query as { text?: string }).text ?? ''),
  )

test('goes on after the database cut its connection, with what was missed', async () => {
  const { id, jobIds } = await queued(2)
  const events = follow(id)
  await jobEvents().ready()
  await next(events)
  await database().$queryRaw`
    select pg_terminate_backend(pid)::text from pg_stat_activity
    where datname = current_database() and application_name = 'memezap-events'`
  await claim(jobIds[0]!)
  const { batch, changed } = await next(events)
  expect(batch).toMatchObject({ running: 1, waiting: 1 })
  expect(changed).toMatchObject([{ index: 0, job: { state: 'RUNNING' } }])
  await events.return?.()
})

test('cancelBatch is told at once, and ends the following', async () => {
  const { id, jobIds } = await queued(2)
  await claim(jobIds[0]!)
  const events = follow(id)
  await next(events)
  const { data } = await ask(cancel, { id })
  expect(data.cancelBatch).toMatchObject({
    __typename: 'BatchCancelled',
    batch: { failed: 3, ended: true, cancelledAt: expect.any(String) },
  })
  let last: Event | undefined
  for await (const event of events) last = event.data.batchProgress
  expect(last!.batch).toMatchObject({
    failed: 3,
    ended: true,
    items: [
      { problem: { code: 'CANCELLED' } },
      { problem: { code: 'CANCELLED' } },
      { problem: { code: 'NO_CAPTIONS' } },
    ],
  })
})

test('a cancelled batch has ended, also when others still want its jobs', async () => {
  const { id, jobIds } = await queued(1)
  const job = await database().job.findUniqueOrThrow({ where: { id: jobIds[0]! } })
  await database().job.update({ where: { id: job.id }, data: { requesters: 2 } })
  const { data } = await ask(cancel, { id })
  expect(data.cancelBatch.batch).toMatchObject({
    ended: true,
    items: [{ job: { state: 'QUEUED' }, meme: null, problem: { code: 'CANCELLED' } }, { job: null }],
  })
  const again = await ask(cancel, { id })
  expect(again.data.cancelBatch.__typename).toBe('BatchCancelled')
  expect(await database().job.findUniqueOrThrow({ where: { id: job.id } })).toMatchObject({ requesters: 1 })
})

test('a batch can be asked for without a stream; an item whose job is cleaned away says so', async () => {
  const { id, jobIds } = await queued(2)
  await database().job.delete({ where: { id: jobIds[0]! } })
  const { data } = await ask(`query ($id: ID!) { batch(id: $id) { ${batchSelection} } }`, { id })
  expect(data.batch).toMatchObject({ id, waiting: 1, failed: 2, items: [{ problem: { code: 'NOT_FOUND' } }, {}, {}] })
})

test.each([randomUUID(), 'nonsense'])('knows no batch %s', async (id) => {
  const { value } = await stream(progress, { id }).next()
  expect(value.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
  expect((await ask(cancel, { id })).data.cancelBatch).toMatchObject({ code: 'NOT_FOUND', field: 'id' })
  expect((await ask('query ($id: ID!) { batch(id: $id) { id } }', { id })).data.batch).toBeNull()
})

test('takes one slot whatever its size, and leaves no listener behind when the client goes', async () => {
  const { id } = await queued(30)
  const before = jobEvents().watching()
  const events = follow(id)
  await next(events)
  expect(openSubscriptions()).toBe(1)
  await events.return?.()
  await expect.poll(openSubscriptions).toBe(0)
  expect(jobEvents().watching()).toBe(before)
})
