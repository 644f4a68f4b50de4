import { describe, expect, test } from 'vitest'
import { ConfigError } from '#store/config'
import { adminToken } from './adminToken'
import { clientAddress, PEER_HEADER } from './clientAddress'
import { cookieValue } from './cookies'
import { isSameOrigin } from './sameOrigin'
import { readSession, SESSION_SECONDS, signSession } from './session'

const token = 'sixteen letters or more'
const now = new Date('2026-11-23T08:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

describe('a session', () => {
  const cookie = signSession({ name: 'Zoë' }, token, now)

  test('says who it is, for twelve hours', () => {
    expect(readSession(cookie, token, now)).toEqual({ name: 'Zoë' })
    expect(readSession(cookie, token, later(SESSION_SECONDS - 1))).toEqual({ name: 'Zoë' })
    expect(readSession(cookie, token, later(SESSION_SECONDS))).toBeUndefined()
  })

  test('ends with the token that it was signed by', () => {
    expect(readSession(cookie, `${token}!`, now)).toBeUndefined()
  })

  test('cannot be forged', () => {
    const [payload, signature] = cookie.split('.') as [string, string]
    const other = Buffer.from(JSON.stringify({ name: 'Eve', expiresAt: 9e12 })).toString('base64url')
    const forged = [`${other}.${signature}`, `${payload}.`, payload, '', '.', `${cookie}.x`, `${other}.${other}`]
    for (const one of forged) expect(readSession(one, token, now)).toBeUndefined()
  })

  test('is found among other cookies', () => {
    expect(cookieValue('a=1; memezap_curator=x.y ; b=2', 'memezap_curator')).toBe('x.y')
    expect(cookieValue('not_memezap_curator=x', 'memezap_curator')).toBeUndefined()
    expect(cookieValue(null, 'memezap_curator')).toBeUndefined()
  })
})

describe('the admin token', () => {
  test('has sixteen characters or more, or there is none', () => {
    expect(adminToken({ MEMEZAP_ADMIN_TOKEN: token })).toBe(token)
    expect(adminToken({})).toBeUndefined()
    expect(adminToken({ MEMEZAP_ADMIN_TOKEN: '' })).toBeUndefined()
    expect(() => adminToken({ MEMEZAP_ADMIN_TOKEN: 'short' })).toThrow(ConfigError)
    expect(() => adminToken({ MEMEZAP_ADMIN_TOKEN: `short${' '.repeat(20)}` })).toThrow(/5 characters and needs 16/)
  })
})

describe('a request with a cookie', () => {
  const from = (method: string, headers: Record<string, string>) =>
    isSameOrigin({ method, headers: new Headers({ host: 'memes.test', ...headers }) }, '')

  test.each([
    ['POST', { 'sec-fetch-site': 'same-origin' }, true],
    ['POST', { 'sec-fetch-site': 'same-site' }, false],
    ['POST', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, false],
    ['POST', { 'sec-fetch-site': 'none' }, false],
    ['GET', { 'sec-fetch-site': 'none' }, true],
    ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, true],
    ['GET', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, false],
    ['POST', { origin: 'http://memes.test' }, true],
    ['POST', { origin: 'https://memes.test:8443' }, false],
    ['POST', { origin: 'http://evil.test' }, false],
    ['POST', { origin: 'null' }, false],
    ['POST', {}, false],
    ['GET', {}, true],
    ['GET', { origin: 'http://evil.test' }, false],
    ['POST', { host: 'inner:3000', 'x-forwarded-host': 'memes.test', origin: 'https://memes.test' }, true],
  ])('%s with %j: %s', (method, headers, expected) => {
    expect(from(method, headers as unknown as Record<string, string>)).toBe(expected)
  })

  test('may come from the public address, whatever the proxy calls the host', () => {
    const headers = new Headers({ host: 'inner:3000', origin: 'https://memes.example' })
    expect(isSameOrigin({ method: 'POST', headers }, 'https://memes.example/')).toBe(true)
  })
})

describe('where a request comes from', () => {
  const address = (proxies: number, headers: Record<string, string>) => clientAddress(new Headers(headers), proxies)

  test('is what the connection says, not what a client writes', () => {
    expect(address(0, { [PEER_HEADER]: '203.0.113.7', 'x-forwarded-for': '198.51.100.1' })).toBe('203.0.113.7')
    expect(address(0, { 'x-forwarded-for': '198.51.100.1' })).toBe('unknown')
  })

  test('is what the outermost of our own proxies says', () => {
    const headers = { [PEER_HEADER]: '10.0.0.2', 'x-forwarded-for': '1.1.1.1, 198.51.100.1, 10.0.0.9' }
    expect(address(1, headers)).toBe('10.0.0.9')
    expect(address(2, headers)).toBe('198.51.100.1')
    expect(address(9, { [PEER_HEADER]: '10.0.0.2', 'x-forwarded-for': '1.1.1.1' })).toBe('10.0.0.2')
  })

  test('is a whole network for IPv6', () => {
    expect(address(0, { [PEER_HEADER]: '2001:db8:1:2:3:4:5:6' })).toBe('2001:db8:1:2::/64')
    expect(address(0, { [PEER_HEADER]: '::ffff:203.0.113.7' })).toBe('203.0.113.7')
  })
})
