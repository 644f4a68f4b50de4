import { beforeAll, describe, expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { putBytes, type StoredFile } from '#store/files'
import { GET, HEAD } from './route'

withTestStore()

let stored: StoredFile

beforeAll(async () => {
  stored = await putBytes('images', Buffer.from('a picture'), 'png')
})

function get(file: string, headers: Record<string, string> = {}, query = '', method = 'GET'): Promise<Response> {
  const request = new Request(`http://site.test/images/${file}${query}`, { headers, method })
  return (method === 'HEAD' ? HEAD : GET)(request, { params: Promise.resolve({ file }) })
}

test('serves a picture for ever, as what it is', async () => {
  const response = await get(stored.name)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': '9',
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${stored.sha256}"`,
    'x-content-type-options': 'nosniff',
  })
  expect(await response.text()).toBe('a picture')
})

test('answers HEAD without the bytes', async () => {
  const response = await get(stored.name, {}, '', 'HEAD')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-length')).toBe('9')
  expect(await response.text()).toBe('')
})

describe('If-None-Match', () => {
  test.each([(tag: string) => tag, (tag: string) => `W/${tag}`, (tag: string) => `"other", ${tag}`, () => '*'])(
    'answers 304 (%#)',
    async (header) => {
      const response = await get(stored.name, { 'if-none-match': header(`"${stored.sha256}"`) })
      expect(response.status).toBe(304)
      expect(response.headers.get('etag')).toBe(`"${stored.sha256}"`)
      expect(await response.text()).toBe('')
    },
  )

  test('answers the picture for another tag', async () => {
    expect((await get(stored.name, { 'if-none-match': '"other"' })).status).toBe(200)
  })
})

test.each([
  `${'0'.repeat(64)}.png`,
  '../../config.yaml',
  '..%2f..%2fconfig.yaml',
  `${'A'.repeat(64)}.png`,
  `${'0'.repeat(64)}.svg`,
  `${'0'.repeat(64)}.png.html`,
  `${'0'.repeat(64)}`,
  '',
])('says that there is no %s', async (file) => {
  const response = await get(file)
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toContain('text/plain')
})

test.each([
  ['my meme', 'attachment; filename="my meme.png"; filename*=UTF-8\'\'my%20meme.png'],
  ['my meme.png', 'attachment; filename="my meme.png"; filename*=UTF-8\'\'my%20meme.png'],
  ['Grüße', 'attachment; filename="Gr__e.png"; filename*=UTF-8\'\'Gr%C3%BC%C3%9Fe.png'],
  ['../../etc/passwd', 'attachment; filename="etcpasswd.png"; filename*=UTF-8\'\'etcpasswd.png'],
  ['a"\r\nx: y', 'attachment; filename="ax y.png"; filename*=UTF-8\'\'ax%20y.png'],
  ['virus.exe', 'attachment; filename="virusexe.png"; filename*=UTF-8\'\'virusexe.png'],
  ['', 'attachment; filename="meme.png"; filename*=UTF-8\'\'meme.png'],
])('saves under the name %j safely', async (name, disposition) => {
  const response = await get(stored.name, {}, `?download=${encodeURIComponent(name)}`)
  expect(response.headers.get('content-disposition')).toBe(disposition)
})
