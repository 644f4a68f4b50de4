import { getIntrospectionQuery } from 'graphql'
import { describe, expect, test } from 'vitest'
import { ask, post, stream } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { POST as postGraphql } from '../../app/api/graphql/route'
import { POST as postStream } from '../../app/api/graphql/stream/route'

withTestStore()

const {
  max_query_tokens: maxTokens,
  max_query_depth: maxDepth,
  max_root_fields: maxRootFields,
  max_query_bytes: maxBytes,
} = config().limits

const overHttp = ask
const overStream = async (query: string) => (await stream(query).next()).value

describe.each([
  ['HTTP', overHttp],
  ['SSE', overStream],
])('over %s', (_path, run) => {
  test('a query is answered', async () => {
    expect((await run('{ status { worker waiting } }')).data).toEqual({ status: { worker: 'AWAY', waiting: 0 } })
  })

  test('introspection is allowed', async () => {
    const { data, errors } = await run(getIntrospectionQuery())
    expect(errors).toBeUndefined()
    expect(data.__schema.queryType.name).toBe('Query')
  })

  test.each([
    ['too many tokens', `{ ${'limits '.repeat(maxTokens)} }`, 'GRAPHQL_PARSE_FAILED', 'tokens'],
    [
      'too deep',
      `${'{ a '.repeat(maxDepth + 1)}${'}'.repeat(maxDepth + 1)}`,
      'GRAPHQL_VALIDATION_FAILED',
      'fields deep',
    ],
    [
      'too many fields at the top',
      `{ ${Array.from({ length: maxRootFields + 1 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
      'GRAPHQL_VALIDATION_FAILED',
      'fields at its top',
    ],
    [
      'too many fields at the top, by fragments',
      `{ ...A ...B } fragment A on Query { ${aliases('a')} } fragment B on Query { ${aliases('b')} }`,
      'GRAPHQL_VALIDATION_FAILED',
      'fields at its top',
    ],
    ['no such field', '{ nonsense }', 'GRAPHQL_VALIDATION_FAILED', 'nonsense'],
    ['no GraphQL', '{', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    [
      'fragments in a circle',
      '{ job(id: 1) { ...A } } fragment A on Job { ...B } fragment B on Job { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
      'itself',
    ],
  ])('%s', async (_what, query, code, words) => {
    const { errors } = await run(query)
    expect(errors?.[0]?.extensions?.code).toBe(code)
    expect(errors?.map(({ message }: { message: string }) => message).join()).toContain(words)
  })
})

function aliases(prefix: string): string {
  return Array.from({ length: maxRootFields }, (_, index) => `${prefix}${index}: __typename`).join(' ')
}

describe.each([
  ['graphql', postGraphql],
  ['graphql/stream', postStream],
])('/api/%s', (path, route) => {
  const send = (contentType: string) =>
    route(
      new Request(`http://site.test/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': contentType },
        body: JSON.stringify({ query: 'mutation { cancelJob(id: "none") { __typename } }' }),
      }),
    )

  // A foreign page may send the first three without asking (a form or a script), with the visitor's network behind it.
  test.each(['text/plain', 'text/plain; application/json', 'text/plain;charset=application/json', ''])(
    'refuses the content type "%s"',
    async (contentType) => {
      const response = await send(contentType)
      expect(response.status).toBe(415)
      expect(await response.text()).not.toContain('cancelJob":{')
    },
  )

  test('takes JSON', async () => {
    const response = await send('application/json; charset=utf-8')
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('"cancelJob":{"__typename":"RequestProblem"}')
  })
})

test.each([
  ['a charset in the content type', '{"query":"{ __typename }"}', 'application/json; charset=utf-8', 200],
  ['broken JSON', '{"query":', 'application/json', 400],
  ['a batch', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]', 'application/json', 400],
  [
    'too many bytes',
    JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(maxBytes) } }),
    'application/json',
    413,
  ],
])('%s', async (_what, body, contentType, status) => {
  expect((await post(body, { 'content-type': contentType })).status).toBe(status)
})

test('answers carry a trace id: the one that was sent, or a new one', async () => {
  const headers = { 'content-type': 'application/json', 'x-request-id': 'my-request-1' }
  expect((await post({ query: '{ __typename }' }, headers)).headers.get('x-request-id')).toBe('my-request-1')
  expect((await post({ query: '{ __typename }' })).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})
