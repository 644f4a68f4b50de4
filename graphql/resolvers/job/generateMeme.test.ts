import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { ask, post } from '#e2e/support/api'
import { plainMeme } from '#e2e/support/plainMeme'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { putBytes } from '#store/files'
import { jobEvents } from '#store/jobEvents'
import { claimJob, endJob } from '#store/jobs/holdJob'
import { saveMeme } from '#store/memes'
import { saveUpload } from '#store/uploads'

withTestStore()

const generate = `mutation ($input: GenerateMemeInput!) {
  generateMeme(input: $input) {
    __typename
    ... on JobTicket {
      joined
      fromFinishedMeme
      job { id kind state fraction version queuePosition stage problem { code } meme { id captions format } }
    }
    ... on Problem { code message retryable }
    ... on CaptionProblem { captionIndex }
    ... on RequestProblem { field }
    ... on ServiceProblem { traceId }
  }
}`

let uploadId: string

beforeEach(async () => {
  uploadId = (await saveUpload(await putBytes('sources', Buffer.from(randomUUID())), 1)).id
})

async function generateMeme(input: object) {
  const { data, errors } = await ask(generate, { input: { source: { uploadId }, captions: ['Hello'], ...input } })
  expect(errors).toBeUndefined()
  return data.generateMeme
}

test('queues a job and answers its ticket', async () => {
  expect(await generateMeme({})).toMatchObject({
    __typename: 'JobTicket',
    joined: false,
    fromFinishedMeme: false,
    job: { kind: 'GENERATE', state: 'QUEUED', fraction: 0, version: 1, stage: null, problem: null, meme: null },
  })
})

test('gives the worker a whole payload, with defaults filled in, the style as it was chosen, and words as they are laid out', async () => {
  const { job } = await generateMeme({
    captions: [' a\r\nb ', ''],
    style: { color: '#FF00AA', font: 'NOTO_SANS' },
    keepRegions: ['2', '1', '2'],
  })
  const row = await database().job.findUniqueOrThrow({ where: { id: job.id } })
  expect(row.payload).toMatchObject({
    kind: 'GENERATE',
    source: { uploadId },
    captions: ['a\nb', ''],
    mode: 'AUTO',
    style: { color: '#ff00aa', font: 'noto-sans' },
    keepRegions: ['1', '2'],
    format: 'jpeg',
    quality: config().image_processing.jpeg_quality,
  })
})

test('lets equal requests in flight share one job', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => generateMeme({ captions: ['Shared'] })))
  expect(new Set(answers.map(({ job }) => job.id)).size).toBe(1)
  expect(answers.filter(({ joined }) => joined)).toHaveLength(5)
})

test('answers an equal request later from the finished meme', async () => {
  const first = await generateMeme({ captions: ['Later'] })
  const row = await database().job.findUniqueOrThrow({ where: { id: first.job.id } })
  const picture = await putBytes('images', Buffer.from('picture'), 'jpg')
  const finished = plainMeme({
    contentKey: row.requestKey,
    file: picture.name,
    bytes: picture.bytes,
    captions: ['Later'],
  })
  const meme = await saveMeme(finished, [{ requestKey: row.requestKey, expiresAt: null }])
  await endJob((await claimJob(row.id, 'a-worker', 3))!, { memeId: meme.id })
  const later = await generateMeme({ captions: ['Later'] })
  expect(later).toMatchObject({
    joined: false,
    fromFinishedMeme: true,
    job: { state: 'DONE', fraction: 1, meme: { id: meme.id, captions: ['Later'], format: 'JPEG' } },
  })
  expect(later.job.id).not.toBe(first.job.id)
})

test('takes requests for a PNG as equal that differ in quality alone', async () => {
  const first = await generateMeme({ format: 'PNG', quality: 10 })
  expect((await generateMeme({ format: 'PNG', quality: 20 })).job.id).toBe(first.job.id)
})

test('answers the same job for the same idempotency key, and a problem for another request with it', async () => {
  const idempotencyKey = randomUUID()
  const first = await generateMeme({ idempotencyKey })
  expect((await generateMeme({ idempotencyKey })).job.id).toBe(first.job.id)
  expect(await generateMeme({ idempotencyKey, captions: ['Other'] })).toMatchObject({
    __typename: 'RequestProblem',
    code: 'IDEMPOTENCY_CONFLICT',
  })
})

test('counts one client with a repeated idempotency key once, so that one cancel ends the job', async () => {
  const idempotencyKey = randomUUID()
  const answers = await Promise.all(Array.from({ length: 4 }, () => generateMeme({ idempotencyKey })))
  const ids = new Set(answers.map(({ job }) => job.id))
  expect(ids.size).toBe(1)
  const [id] = [...ids]
  expect((await database().job.findUniqueOrThrow({ where: { id } })).requesters).toBe(1)
})

test('waits until the job has ended when asked to', async () => {
  const captions = ['Waiting']
  const { job } = await generateMeme({ captions })
  const hold = (await claimJob(job.id, 'a-worker', 3))!
  const waiting = generateMeme({ captions, waitMs: 30_000 })
  const requesters = async () => (await database().job.findUniqueOrThrow({ where: { id: job.id } })).requesters
  await expect.poll(requesters).toBe(2)
  await endJob(hold, { problem: { code: 'NO_TEXT_TO_REPLACE', message: 'No words.', details: {} } })
  expect((await waiting).job).toMatchObject({ state: 'FAILED', problem: { code: 'NO_TEXT_TO_REPLACE' } })
})

test('stops waiting when the client has gone', async () => {
  const gone = new AbortController()
  const before = jobEvents().watching()
  const body = { query: generate, variables: { input: { source: { uploadId }, captions: ['Gone'], waitMs: 30_000 } } }
  const answer = post(body, undefined, gone.signal)
  await expect.poll(() => jobEvents().watching()).toBe(before + 1)
  gone.abort()
  expect((await (await answer).json()).data.generateMeme.job.state).toBe('QUEUED')
  expect(jobEvents().watching()).toBe(before)
})

const { max_captions: maxCaptions, max_caption_characters: maxCharacters } = config().limits

test.each([
  ['no captions', { captions: [] }, 'CaptionProblem', 'NO_CAPTIONS'],
  ['only empty captions', { captions: ['', ' \n '] }, 'CaptionProblem', 'NO_CAPTIONS'],
  ['too many captions', { captions: Array(maxCaptions + 1).fill('x') }, 'CaptionProblem', 'TOO_MANY_CAPTIONS'],
  ['a long caption', { captions: ['x'.repeat(maxCharacters + 1)] }, 'CaptionProblem', 'CAPTION_TOO_LONG'],
  ['piled-up marks', { captions: [`e${'\u0301'.repeat(40_000)}`] }, 'CaptionProblem', 'CAPTION_TOO_LONG'],
  ['NUL', { captions: ['a\0b'] }, 'CaptionProblem', 'CAPTION_HAS_CONTROL_CHARACTERS'],
  ['an escape sequence', { captions: ['\u001b[31m'] }, 'CaptionProblem', 'CAPTION_HAS_CONTROL_CHARACTERS'],
  ['half a character', { captions: ['\ud83d'] }, 'CaptionProblem', 'CAPTION_HAS_CONTROL_CHARACTERS'],
  ['a script without a font', { captions: ['a', '\u{12000}'] }, 'CaptionProblem', 'UNSUPPORTED_CHARACTERS'],
  ['an unknown upload', { source: { uploadId: randomUUID() } }, 'SourceProblem', 'UPLOAD_NOT_FOUND'],
  ['an upload id that is none', { source: { uploadId: '1 or 1=1' } }, 'SourceProblem', 'UPLOAD_NOT_FOUND'],
  ['a file URL', { source: { url: 'file:///etc/passwd' } }, 'SourceProblem', 'URL_INVALID'],
  ['a data URL', { source: { url: 'data:image/png;base64,AAAA' } }, 'SourceProblem', 'URL_INVALID'],
  ['a URL with a password', { source: { url: 'http://a:b@example.com/' } }, 'SourceProblem', 'URL_INVALID'],
  ['no URL at all', { source: { url: 'example' } }, 'SourceProblem', 'URL_INVALID'],
  ['quality 0', { quality: 0 }, 'RequestProblem', 'INPUT_INVALID'],
  ['a colour name', { style: { color: 'red' } }, 'RequestProblem', 'INPUT_INVALID'],
  ['a thick outline', { style: { outlineWidth: 0.5 } }, 'RequestProblem', 'INPUT_INVALID'],
  ['regions that are none', { keepRegions: ['x'] }, 'RequestProblem', 'INPUT_INVALID'],
  ['a long wait', { waitMs: 30_001 }, 'RequestProblem', 'INPUT_INVALID'],
  ['a long key', { idempotencyKey: 'k'.repeat(201) }, 'RequestProblem', 'INPUT_INVALID'],
  ['NUL in the key', { idempotencyKey: 'a\0' }, 'RequestProblem', 'INPUT_INVALID'],
])('answers %s with a typed problem', async (_what, input, __typename, code) => {
  expect(await generateMeme(input)).toMatchObject({ __typename, code, retryable: false })
})

test('takes exactly one source', async () => {
  const both = await ask(generate, { input: { source: { uploadId, url: 'http://example.com/' }, captions: ['a'] } })
  expect(both.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  const none = await ask(generate, { input: { source: {}, captions: ['a'] } })
  expect(none.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})
