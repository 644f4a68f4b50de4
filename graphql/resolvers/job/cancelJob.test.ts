import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ask } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { claimJob, endJob } from '#store/jobs/holdJob'
import { requestJob } from '#store/jobs/requestJob'

withTestStore()

const cancel = `mutation ($id: ID!) {
  cancelJob(id: $id) {
    __typename
    ... on JobCancelled { job { state finishedAt problem { __typename code message } } }
    ... on Problem { code message }
    ... on RequestProblem { field }
  }
}`

const queued = async (url: string) =>
  (await requestJob({ kind: 'ANALYZE', source: { url }, recognise: true }, config())).job.id
const cancelled = async (id: string) => (await ask(cancel, { id })).data.cancelJob

test('ends a job that waits', async () => {
  const id = await queued('http://example.com/1')
  expect(await cancelled(id)).toMatchObject({
    __typename: 'JobCancelled',
    job: { state: 'CANCELLED', problem: { __typename: 'RequestProblem', code: 'CANCELLED' } },
  })
})

test('lets a job go on that others wait for', async () => {
  const id = await queued('http://example.com/2')
  expect(await queued('http://example.com/2')).toBe(id)
  expect((await cancelled(id)).job).toMatchObject({ state: 'QUEUED', problem: null })
  expect((await cancelled(id)).job.state).toBe('CANCELLED')
})

test('leaves a job as it is that has ended', async () => {
  const id = await queued('http://example.com/3')
  await endJob((await claimJob(id, 'a-worker', 3))!, {
    problem: { code: 'EMPTY_FILE', message: 'Empty.', details: {} },
  })
  expect((await cancelled(id)).job).toMatchObject({ state: 'FAILED', problem: { code: 'EMPTY_FILE' } })
})

test.each([randomUUID(), 'nonsense'])('tells that there is no job %s', async (id) => {
  expect(await cancelled(id)).toMatchObject({ __typename: 'RequestProblem', code: 'NOT_FOUND', field: 'id' })
})
