import { beforeAll, expect, test } from 'vitest'
import { post, stream } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'

withTestStore()

beforeAll(async () => {
  await database().$executeRaw`alter table meme rename to lost_table`
})

const query = '{ memes { edges { cursor } } }'

test('a failing database is INTERNAL over HTTP, with a trace id and nothing else', async () => {
  const response = await post({ query })
  const text = await response.text()
  expect(text).not.toMatch(/prisma|relation|lost_table|store\//i)
  const [error] = JSON.parse(text).errors
  expect(error.extensions).toEqual({
    code: 'INTERNAL',
    traceId: response.headers.get('x-request-id'),
    retryable: true,
  })
})

test('and over SSE', async () => {
  const { value } = await stream(query).next()
  expect(JSON.stringify(value)).not.toMatch(/prisma|relation|lost_table|store\//i)
  expect(value.errors[0].extensions).toEqual({ code: 'INTERNAL', traceId: expect.any(String), retryable: true })
})

test('and a member of the union where there is one', async () => {
  await database().$executeRaw`alter table job rename to lost_job`
  const cancel =
    'mutation { cancelJob(id: "00000000-0000-0000-0000-000000000000") { ... on ServiceProblem { code traceId message } } }'
  const response = await post({ query: cancel })
  expect((await response.json()).data.cancelJob).toEqual({
    code: 'INTERNAL',
    traceId: response.headers.get('x-request-id'),
    message: 'Something went wrong on our side.',
  })
})
