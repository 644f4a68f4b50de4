import { expect, test } from 'vitest'
import { SetupProblem } from '#scripts/setupProblem'
import { siteUrl } from './siteUrl'

test.each([
  [undefined, 3000, 'http://localhost:3000'],
  ['0.0.0.0', 3000, 'http://localhost:3000'],
  ['::', 3000, 'http://localhost:3000'],
  ['127.0.0.1', 80, 'http://127.0.0.1:80'],
  ['memes.house', 8080, 'http://memes.house:8080'],
  ['::1', 3000, 'http://[::1]:3000'],
])('HOST %s, port %i', (host, port, url) => {
  expect(siteUrl(host, port)).toBe(url)
})

test.each(['a host', 'http://localhost', 'fe80::1%eth0', 'localhost/path'])('HOST %s is refused by name', (host) => {
  expect(() => siteUrl(host, 3000)).toThrow(SetupProblem)
  expect(() => siteUrl(host, 3000)).toThrow(`HOST is "${host}"`)
})
