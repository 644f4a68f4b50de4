import { afterEach, beforeEach, expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '#store/database'
import { PEER_HEADER } from './clientAddress'
import { checkToken } from './curatorOf'

withTestStore()

const token = 'sixteen letters or more'

beforeEach(async () => {
  process.env.MEMEZAP_ADMIN_TOKEN = token
  await database().adminAttempt.deleteMany()
})
afterEach(() => {
  delete process.env.MEMEZAP_ADMIN_TOKEN
})

/** What becomes of a visitor's attempt that comes through our proxy. */
async function attempt(given: string, visitor: string, trusted_proxies: number): Promise<string> {
  const headers = new Headers({ [PEER_HEADER]: '203.0.113.1', 'x-forwarded-for': visitor })
  const server = { public_url: '', trusted_proxies }
  return checkToken(given, headers, { server }).then(
    () => 'in',
    (error: { code: string }) => error.code,
  )
}

test.each([
  [1, 'in'],
  [0, 'TOO_MANY_ATTEMPTS'],
])('server.trusted_proxies: %s, ten wrong tokens of one visitor, and another is %s', async (proxies, other) => {
  for (let k = 0; k < 10; k++) expect(await attempt(`wrong ${k}`, '198.51.100.1', proxies)).toBe('WRONG_TOKEN')
  expect(await attempt(token, '198.51.100.1', proxies)).toBe('TOO_MANY_ATTEMPTS')
  expect(await attempt(token, '198.51.100.2', proxies)).toBe(other)
})
