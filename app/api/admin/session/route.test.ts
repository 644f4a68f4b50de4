import { afterEach, beforeEach, expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { PEER_HEADER } from '#graphql/admin/clientAddress'
import { readSession } from '#graphql/admin/session'
import { database } from '#store/database'
import { DELETE, POST } from './route'

withTestStore()

const token = 'the token of these tests'

beforeEach(async () => {
  process.env.MEMEZAP_ADMIN_TOKEN = token
  await database().adminAttempt.deleteMany()
})
afterEach(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

const ask = (method: 'POST' | 'DELETE', body: string | undefined, headers: Record<string, string> = {}) =>
  (method === 'POST' ? POST : DELETE)(
    new Request('http://site.test/api/admin/session', {
      method,
      ...(body === undefined ? {} : { body }),
      headers: { host: 'site.test', 'content-type': 'application/json', ...headers },
    }),
  )

const signIn = (given: string, address = '203.0.113.1', headers: Record<string, string> = {}) =>
  ask('POST', JSON.stringify({ token: given, name: ' Ada ' }), { [PEER_HEADER]: address, ...headers })

const codeOf = async (response: Response) => (await response.json()).problem.code

test('the right token signs in, by a cookie that no script sees', async () => {
  const response = await signIn(token)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ curator: { name: 'Ada' }, expiresAt: expect.any(String) })
  const cookie = response.headers.get('set-cookie')!
  expect(cookie).toMatch(/^memezap_curator=\S+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/)
  expect(readSession(/=(\S+);/.exec(cookie)![1]!, token, new Date())).toEqual({ name: 'Ada' })
})

test('over https the cookie stays there', async () => {
  const response = await signIn(token, '203.0.113.1', { 'x-forwarded-proto': 'https' })
  expect(response.headers.get('set-cookie')).toContain('; Secure')
})

test('signing out takes the cookie away', async () => {
  const response = await ask('DELETE', undefined)
  expect(response.status).toBe(204)
  expect(response.headers.get('set-cookie')).toContain('memezap_curator=; Path=/; Max-Age=0')
})

test('without a token nobody can sign in, and the answer says how to change that', async () => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
  const response = await signIn(token)
  expect(response.status).toBe(503)
  const { problem } = await response.json()
  expect(problem).toMatchObject({ code: 'CURATION_OFF', message: expect.stringContaining('MEMEZAP_ADMIN_TOKEN') })
})

test.each([
  ['{"token":"x"}', {}],
  ['{"token":"x","name":" "}', {}],
  [JSON.stringify({ token, name: 'x'.repeat(61) }), {}],
  [JSON.stringify({ token, name: 'a\nb' }), {}],
  ['nonsense', {}],
  [JSON.stringify({ token: 'x'.repeat(9000), name: 'Ada' }), {}],
  [JSON.stringify({ token, name: 'Ada' }), { 'content-type': 'text/plain' }],
])('refuses %.40s', async (body, headers) => {
  const response = await ask('POST', body, headers as Record<string, string>)
  expect(response.status).toBe(400)
  expect(await codeOf(response)).toBe('INPUT_INVALID')
  expect(response.headers.get('set-cookie')).toBeNull()
})

test('another site’s page can neither sign in nor out', async () => {
  const foreign = { origin: 'http://evil.test' }
  expect(await codeOf(await signIn(token, '203.0.113.1', foreign))).toBe('FOREIGN_ORIGIN')
  expect(await codeOf(await ask('DELETE', undefined, foreign))).toBe('FOREIGN_ORIGIN')
})

const statuses = async (attempts: readonly Promise<Response>[]) =>
  (await Promise.all(attempts)).map(({ status }) => status)

test('ten wrong tokens from one address close the door for that address, however many come at once', async () => {
  const guesses = Array.from({ length: 15 }, (_, index) => signIn(`guess ${index} of many others`))
  const answers = await statuses(guesses)
  expect(answers.filter((status) => status === 401)).toHaveLength(10)
  expect(answers.filter((status) => status === 429)).toHaveLength(5)
  const refused = await signIn(token)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
  expect(await codeOf(refused)).toBe('TOO_MANY_ATTEMPTS')
  expect((await signIn(token, '203.0.113.2')).status).toBe(200)

  await database().$executeRaw`update admin_attempt set at = at - interval '14 minutes'`
  expect(Number((await signIn(token)).headers.get('retry-after'))).toBeLessThanOrEqual(60)
  await database().$executeRaw`update admin_attempt set at = at - interval '2 minutes'`
  expect((await signIn(token)).status).toBe(200)
})

test('what a client writes about its address does not make it another', async () => {
  const guesses = Array.from({ length: 11 }, (_, index) =>
    signIn('a guess like any other', '203.0.113.3', { 'x-forwarded-for': `198.51.100.${index}` }),
  )
  expect((await statuses(guesses)).filter((status) => status === 429)).toHaveLength(1)
})

test('a hundred wrong ones in all leave each address one guess, and who has not guessed comes in', async () => {
  const data = Array.from({ length: 100 }, (_, index) => ({ address: `198.51.100.${index}` }))
  await database().adminAttempt.createMany({ data })
  expect((await signIn(token, '198.51.100.7')).status).toBe(429)
  expect((await signIn(token, '203.0.113.4')).status).toBe(200)
  expect((await signIn('wrong, but the first', '203.0.113.4')).status).toBe(401)
  const refused = await signIn(token, '203.0.113.4')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
})

test('attempts are forgotten', async () => {
  await signIn('wrong in every way')
  await database().$executeRaw`update admin_attempt set at = at - interval '16 minutes'`
  await signIn('wrong in every way')
  expect(await database().adminAttempt.count()).toBe(1)
})
