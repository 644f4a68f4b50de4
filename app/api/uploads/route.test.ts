import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { getBytes, storageDirectory } from '#store/files'
import { findUpload } from '#store/uploads'
import { POST } from './route'

withTestStore()

const maxBytes = config().limits.max_upload_bytes

const upload = (body: BodyInit | null, headers: Record<string, string> = {}): Promise<Response> =>
  POST(
    new Request('http://site.test/api/uploads', {
      method: 'POST',
      headers: { 'x-memezap-upload': '1', ...headers },
      body,
      duplex: 'half',
    } as RequestInit),
  )

/** Chunks that are made while they are read; `pulled` counts the bytes. */
function chunked(chunks: Iterable<Uint8Array>): {
  readonly body: ReadableStream<Uint8Array>
  readonly pulled: () => number
} {
  let bytes = 0
  const iterator = chunks[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { value, done } = iterator.next()
      if (done) return controller.close()
      bytes += value.byteLength
      controller.enqueue(value)
    },
  })
  return { body, pulled: () => bytes }
}

const picture = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#369' } })
const temporaryFiles = () => readdir(path.join(storageDirectory(), 'tmp')).catch(() => [])

describe('accepts', () => {
  test.each<[string, (sharp: Sharp) => Sharp]>([
    ['JPEG', (made) => made.jpeg()],
    ['PNG', (made) => made.png()],
    ['WebP', (made) => made.webp()],
    ['GIF', (made) => made.gif()],
    ['AVIF', (made) => made.avif()],
    ['TIFF', (made) => made.tiff()],
  ])('%s', async (_format, encode) => {
    const bytes = await encode(picture()).toBuffer()
    const response = await upload(new Uint8Array(bytes))
    expect(response.status).toBe(201)
    const answer = await response.json()
    expect(answer).toEqual({
      uploadId: expect.any(String),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: bytes.byteLength,
      expiresAt: expect.stringMatching(/Z$/),
    })
    expect(await findUpload(answer.uploadId)).toMatchObject({ sha256: answer.sha256 })
    expect(await getBytes('sources', answer.sha256)).toEqual(bytes)
  })

  test('a body in very small pieces', async () => {
    const bytes = await picture().png().toBuffer()
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) =>
      bytes.subarray(index * 7, index * 7 + 7),
    )
    expect(await (await upload(chunked(pieces).body)).json()).toMatchObject({ bytes: bytes.byteLength })
  })
})

describe('refuses', () => {
  test.each<[string, BodyInit | null, Record<string, string>, number, string]>([
    ['a request without the header', 'x', { 'x-memezap-upload': '' }, 400, 'HEADER_REQUIRED'],
    ['no body', null, {}, 400, 'EMPTY_FILE'],
    ['an empty body', '', {}, 400, 'EMPTY_FILE'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', {}, 415, 'NOT_AN_IMAGE'],
    ['SVG with an XML head', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', {}, 415, 'NOT_AN_IMAGE'],
    ['HTML', '<!doctype html><p>Hi', { 'content-type': 'image/png' }, 415, 'NOT_AN_IMAGE'],
    ['PDF', '%PDF-1.7\n%\u00e2\u00e3', { 'content-type': 'image/png' }, 415, 'NOT_AN_IMAGE'],
    ['a ZIP', 'PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', {}, 415, 'NOT_AN_IMAGE'],
    ['garbage', 'garbage, a lot of it', {}, 415, 'NOT_AN_IMAGE'],
    ['one byte', 'x', {}, 415, 'NOT_AN_IMAGE'],
    ['a declared length over the limit', 'x', { 'content-length': String(maxBytes + 1) }, 413, 'FILE_TOO_LARGE'],
  ])('%s', async (_what, body, headers, status, code) => {
    const response = await upload(body, headers)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ problem: { code, message: expect.any(String), retryable: false } })
    expect(await temporaryFiles()).toEqual([])
  })

  test('more than the limit as soon as it is passed, though no length was declared', async () => {
    const png = await picture().png().toBuffer()
    function* endless() {
      yield png
      for (let left = (maxBytes * 4) / 65_536; left > 0; left--) yield new Uint8Array(65_536)
    }
    const { body, pulled } = chunked(endless())
    const response = await upload(body)
    expect(response.status).toBe(413)
    expect((await response.json()).problem.code).toBe('FILE_TOO_LARGE')
    expect(pulled()).toBeLessThan(maxBytes + 10 * 65_536)
    expect(await temporaryFiles()).toEqual([])
  })

  test('a body that ends too early', async () => {
    const png = await picture().png().toBuffer()
    const response = await upload(chunked([png]).body, { 'content-length': String(png.length + 1) })
    expect((await response.json()).problem.code).toBe('IMAGE_DAMAGED')
    expect(await temporaryFiles()).toEqual([])
  })
})

test('a sender who goes away leaves nothing behind', async () => {
  const png = await picture().png().toBuffer()
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(png),
    pull: (controller) => controller.error(new Error('aborted')),
  })
  expect((await upload(body)).status).toBe(422)
  expect(await temporaryFiles()).toEqual([])
})
