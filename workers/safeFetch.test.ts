import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPublicAddress } from './publicAddress'
import { openPictureUrl } from './safeFetch'

const limits = { fetch_timeout_seconds: 5, max_redirects: 3, max_upload_bytes: 100_000 }
let server: Server
let port: number
let picture: Buffer
let lastRequest: IncomingMessage | undefined

/** What the server answers under each path. */
const answers: Record<string, (response: ServerResponse, url: URL) => void> = {
  '/picture': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(picture),
  '/bytes': (response) => response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(picture),
  '/page': (response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>Hi'),
  '/page-as-png': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('<!doctype html><p>Hi'),
  '/missing': (response) => response.writeHead(404, { 'content-type': 'text/html' }).end(),
  '/broken': (response) => response.writeHead(500).end(),
  '/empty': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(),
  '/silent': () => {},
  '/drip': (response) => void response.writeHead(200, { 'content-type': 'image/png' }).write(picture.subarray(0, 50)),
  '/declared': (response) => response.writeHead(200, { 'content-length': '100001' }).end(),
  '/endless': (response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).write(picture)
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(16_384))) {}
    }
    response.on('drain', more)
    more()
  },
  '/cut': (response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': String(picture.length) })
    response.write(picture.subarray(0, 50), () => response.destroy())
  },
  '/to': (response, url) => response.writeHead(302, { location: url.searchParams.get('url')! }).end(),
  '/loop': (response) => response.writeHead(301, { location: '/loop' }).end(),
}

beforeAll(async () => {
  picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  server = createServer((request, response) => {
    lastRequest = request
    const url = new URL(request.url!, 'http://server')
    answers[url.pathname]!(response, url)
  })
  server.listen(0, '::')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

async function fetched(path: string, options: Partial<Parameters<typeof openPictureUrl>[1]> = {}): Promise<Buffer> {
  const url = path.startsWith('/') ? `http://127.0.0.1:${port}${path}` : path
  const chunks = await openPictureUrl(url, { limits, mayDial: () => true, ...options })
  return buffer(chunks)
}

const failure = (path: string, options = {}) =>
  fetched(path, options).then(
    () => 'fetched',
    ({ code }) => code,
  )

describe('a picture', () => {
  test.each(['/picture', '/bytes', '/to?url=/picture', '/to?url=/to%3Furl=/picture'])('comes from %s', async (path) => {
    expect(await fetched(path)).toEqual(picture)
  })

  test('is asked for without compression', async () => {
    await fetched('/picture')
    expect(lastRequest?.headers).toMatchObject({ 'accept-encoding': 'identity' })
  })
})

describe('a failure has a name', () => {
  test.each([
    ['/page', 'URL_NOT_AN_IMAGE'],
    ['/page-as-png', 'NOT_AN_IMAGE'],
    ['/missing', 'URL_BAD_STATUS'],
    ['/broken', 'URL_BAD_STATUS'],
    ['/loop', 'URL_BAD_STATUS'],
    ['/declared', 'FILE_TOO_LARGE'],
    ['/endless', 'FILE_TOO_LARGE'],
    ['/cut', 'URL_UNREACHABLE'],
    ['/to?url=ftp://example.com/', 'URL_INVALID'],
    ['/to?url=http://', 'URL_INVALID'],
    ['http://127.0.0.1:1/', 'URL_UNREACHABLE'],
    ['http://no-such-name.invalid/', 'URL_UNREACHABLE'],
    ['ftp://example.com/', 'URL_INVALID'],
    ['nonsense', 'URL_INVALID'],
  ])('%s: %s', async (path, code) => expect(await failure(path)).toBe(code))

  test.each(['/silent', '/drip'])('%s ends at the deadline', async (path) => {
    expect(await failure(path, { limits: { ...limits, fetch_timeout_seconds: 0.2 } })).toBe('URL_TIMEOUT')
  })

  test('says which status came', async () => {
    await expect(fetched('/missing')).rejects.toThrow('404 (Not Found)')
  })

  test("ends with the caller's reason when the caller stops it", async () => {
    const stop = new AbortController()
    const waiting = fetched('/silent', { signal: stop.signal })
    await once(server, 'request')
    stop.abort(new Error('cancelled'))
    await expect(waiting).rejects.toThrow('cancelled')
  })

  test('an empty answer gives no bytes', async () => {
    expect(await fetched('/empty')).toHaveLength(0)
  })
})

describe('private networks stay closed', () => {
  test.each([
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '0177.0.0.1',
    '2130706433',
    '0',
    'localhost',
    'LOCALHOST',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '10.0.0.1',
    '169.254.169.254',
    '[fd00::1]',
    '[fe80::1]',
  ])('%s', async (host) => {
    lastRequest = undefined
    expect(await failure(`http://${host}:${port}/picture`, { mayDial: isPublicAddress })).toBe('URL_FORBIDDEN')
    expect(lastRequest).toBeUndefined()
  })

  test.each(['127.0.0.2', '0x7f.2', '[::1]', '[::ffff:127.0.0.2]', '10.0.0.1'])(
    'also after a redirect to %s',
    async (host) => {
      const path = `/to?url=${encodeURIComponent(`http://${host}:${port}/picture`)}`
      const mayDial = (address: string) => address === '127.0.0.1'
      expect(await failure(path, { mayDial })).toBe('URL_FORBIDDEN')
    },
  )

  test('also after a redirect to a name', async () => {
    const url = `http://[::ffff:127.0.0.1]:${port}/to?url=${encodeURIComponent(`http://localhost:${port}/picture`)}`
    expect(await failure(url, { mayDial: (address: string) => address.startsWith('::ffff') })).toBe('URL_FORBIDDEN')
  })

  test('is the default', async () => {
    await expect(openPictureUrl(`http://127.0.0.1:${port}/picture`, { limits })).rejects.toMatchObject({
      code: 'URL_FORBIDDEN',
    })
  })
})
