import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { type MemeClient, memeClient } from '../support/memeClient'
import { type Stack, startStack } from '../support/stack'

let stack: Stack
let client: MemeClient
let server: Server
let site: string
let silent: ServerResponse | undefined
const picture = benchPicture(1, null)

/** What the server of this test answers under each path. */
const answers: Record<string, (response: ServerResponse) => void> = {
  '/picture.jpg': (response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture),
  '/page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hi'),
  '/moved': (response) => response.writeHead(302, { location: '/picture.jpg' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/endless': (response) => {
    response.writeHead(200, { 'content-type': 'image/jpeg' }).write(picture)
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) {}
    }
    response.on('drain', more)
    more()
  },
  '/silent': (response) => {
    silent = response
  },
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[request.url!]
    if (answer) answer(response)
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stack = await startStack({ env: { MEMEZAP_ALLOW_PRIVATE_URLS: '1', MEMEZAP_LIMITS__FETCH_TIMEOUT_SECONDS: '2' } })
  client = memeClient(stack.url)
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await stack?.stop()
})

const fields = '... on JobTicket { job { id state problem { code message } } } ... on Problem { code message }'
const generate = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) { ${fields} } }`

interface Answer {
  readonly job?: { readonly id: string; readonly state: string; readonly problem: { readonly code: string } | null }
  readonly code?: string
}

async function generateMeme(input: object): Promise<Answer> {
  const whole = { captions: ['words'], waitMs: 30_000, ...input }
  return (await client.ask<{ generateMeme: Answer }>(generate, { input: whole })).generateMeme
}

/** The problem's code, whether it was found at once or by the worker; the job's state when there is none. */
async function outcome(input: object): Promise<string | undefined> {
  const { code, job } = await generateMeme(input)
  return code ?? job?.problem?.code ?? job?.state
}

/** A PNG that says it is 60,000 pixels wide and high. */
async function hugePng(): Promise<Buffer> {
  const png = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  // The header's checksum, so that only its numbers are wrong.
  const { crc32 } = await import('node:zlib')
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

describe('a file', () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['cut off', () => picture.subarray(0, picture.length / 3), 'IMAGE_DAMAGED'],
    ['of its first bytes only', () => picture.subarray(0, 200), 'IMAGE_DAMAGED'],
    ['with too many pixels', hugePng, 'TOO_MANY_PIXELS'],
  ])('%s', async (_what, bytes, code) => {
    expect(await outcome({ source: { uploadId: await client.upload(await bytes()) } })).toBe(code)
  })
})

describe('an address', () => {
  test.each([
    ['/picture.jpg', 'DONE'],
    ['/moved', 'DONE'],
    ['/page', 'URL_NOT_AN_IMAGE'],
    ['/missing', 'URL_BAD_STATUS'],
    ['/loop', 'URL_BAD_STATUS'],
    ['/endless', 'FILE_TOO_LARGE'],
    ['/silent', 'URL_TIMEOUT'],
  ])('%s: %s', async (path, code) => expect(await outcome({ source: { url: site + path } })).toBe(code))

  test('of no server', async () => {
    expect(await outcome({ source: { url: 'http://no-such-name.invalid/' } })).toBe('URL_UNREACHABLE')
  })
})

describe('words', () => {
  const small = () =>
    sharp({ create: { width: 60, height: 40, channels: 3, background: 'red' } })
      .png()
      .toBuffer()

  test('that do not fit', async () => {
    const source = { uploadId: await client.upload(await small()) }
    expect(await outcome({ source, captions: ['far too many words '.repeat(25)], mode: 'OVERLAY' })).toBe(
      'CAPTION_DOES_NOT_FIT',
    )
  })

  test('to replace where there are none', async () => {
    const source = { uploadId: await client.upload(await small()) }
    expect(await outcome({ source, mode: 'REPLACE_TEXT' })).toBe('NO_TEXT_TO_REPLACE')
  })
})

test('a job is cancelled while it runs, and what it does is broken off', async () => {
  silent = undefined
  const { job } = await generateMeme({ source: { url: `${site}/silent` }, captions: ['never'], waitMs: 0 })
  await expect.poll(() => silent).toBeDefined()
  const gone = once(silent!, 'close')
  const cancel = `mutation ($id: ID!) { cancelJob(id: $id) { ... on JobCancelled { job { state } } } }`
  expect(await client.ask(cancel, { id: job!.id })).toEqual({ cancelJob: { job: { state: 'CANCELLED' } } })
  expect(await client.ended(job!.id)).toMatchObject({ state: 'CANCELLED', problem: { code: 'CANCELLED' } })
  await gone
  expect(await outcome({ source: { url: `${site}/picture.jpg` }, captions: ['goes on'] })).toBe('DONE')
})
