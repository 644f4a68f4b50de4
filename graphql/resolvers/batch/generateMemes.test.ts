import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ask, post } from '#e2e/support/api'
import { generateMemes, newTemplate, newUpload } from '#e2e/support/batches'
import { plainMeme } from '#e2e/support/plainMeme'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { claimJob, endJob } from '#store/jobs/holdJob'

withTestStore()
// Not the default, so that these tests fail when the key does nothing.
process.env.MEMEZAP_LIMITS__MAX_BATCH = '101'

let uploadId: string

beforeAll(async () => {
  await newTemplate('two-buttons')
  await newTemplate('other-buttons')
})

beforeEach(async () => {
  uploadId = await newUpload()
})

const payloadOf = async (jobId: string) => (await database().job.findUniqueOrThrow({ where: { id: jobId } })).payload
const words = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ captions: [`${index} ${randomUUID()}`] }))

test('queues one picture with many captions: a ticket for each, in their order', async () => {
  const items = words(30)
  const { batch, items: tickets, __typename } = await generateMemes({ shared: { source: { uploadId } }, items })
  expect(__typename).toBe('BatchTicket')
  expect(batch).toMatchObject({ total: 30, waiting: 30, running: 0, done: 0, failed: 0, fraction: 0, ended: false })
  const payloads = await Promise.all(tickets.map(({ job }: { job: { id: string } }) => payloadOf(job.id)))
  expect(payloads.map(({ captions }) => captions)).toEqual(items.map(({ captions }) => captions))
  expect(batch.items.map(({ job }: { job: { id: string } }) => job.id)).toEqual(
    tickets.map(({ job }: { job: { id: string } }) => job.id),
  )
})

test('takes many pictures, of every kind', async () => {
  const captions = [randomUUID()]
  const { items } = await generateMemes({
    shared: { captions },
    items: [
      { source: { uploadId } },
      { source: { uploadId: await newUpload() } },
      { source: { templateId: 'two-buttons' } },
      { source: { templateId: 'other-buttons' } },
      { source: { url: 'https://pictures.example/a.png' } },
    ],
  })
  expect(items.map(({ __typename }: { __typename: string }) => __typename)).toEqual(Array(5).fill('JobTicket'))
  expect(new Set(items.map(({ job }: { job: { id: string } }) => job.id)).size).toBe(5)
})

test('refuses what is bad item by item, each with its own problem, and queues the rest', async () => {
  const caption = () => [randomUUID()]
  const { batch, items } = await generateMemes({
    shared: { source: { uploadId } },
    items: [
      { captions: caption() },
      {},
      { captions: [''] },
      { captions: ['fine', 'x'.repeat(config().limits.max_caption_characters + 1)] },
      { captions: caption(), source: { uploadId: randomUUID() } },
      { captions: caption(), source: { templateId: 'no-such-template' } },
      { captions: ['a', 'b', 'c'], source: { templateId: 'two-buttons' } },
      { captions: caption(), source: { url: 'ftp://x.example/a.png' } },
      { captions: caption(), style: { color: 'red' } },
      { captions: caption(), quality: 101 },
      { captions: caption() },
    ],
  })
  const problem = (__typename: string, code: string) => expect.objectContaining({ __typename, code })
  expect(items).toEqual([
    expect.objectContaining({ __typename: 'JobTicket' }),
    problem('CaptionProblem', 'NO_CAPTIONS'),
    problem('CaptionProblem', 'NO_CAPTIONS'),
    expect.objectContaining({ __typename: 'CaptionProblem', code: 'CAPTION_TOO_LONG', captionIndex: 1 }),
    problem('SourceProblem', 'UPLOAD_NOT_FOUND'),
    expect.objectContaining({ __typename: 'RequestProblem', code: 'NOT_FOUND', field: 'source.templateId' }),
    problem('CaptionProblem', 'TOO_MANY_CAPTIONS'),
    problem('SourceProblem', 'URL_INVALID'),
    expect.objectContaining({ __typename: 'RequestProblem', code: 'INPUT_INVALID', field: 'style.color' }),
    expect.objectContaining({ __typename: 'RequestProblem', code: 'INPUT_INVALID', field: 'quality' }),
    expect.objectContaining({ __typename: 'JobTicket' }),
  ])
  expect(batch).toMatchObject({ total: 11, waiting: 2, failed: 9, ended: false })
  expect(batch.fraction).toBeCloseTo(9 / 11)
  expect(batch.items[4]).toMatchObject({ index: 4, job: null, meme: null, problem: { code: 'UPLOAD_NOT_FOUND' } })
})

test('has ended at once when every item was refused', async () => {
  const { batch } = await generateMemes({ items: [{ captions: ['no picture'] }] })
  expect(batch).toMatchObject({ total: 1, failed: 1, ended: true, fraction: 1, etaSeconds: 0 })
  expect(batch.items[0].problem).toMatchObject({ __typename: 'RequestProblem', code: 'INPUT_INVALID' })
})

test('an item’s own wishes go before what all share, each part of a style by itself', async () => {
  const { items } = await generateMemes({
    shared: {
      source: { uploadId },
      captions: ['shared'],
      style: { color: '#ff0000', font: 'COMIC' },
      format: 'PNG',
      mode: 'OVERLAY',
      keepRegions: ['1'],
    },
    items: [
      {},
      { captions: ['own'], style: { color: '#00ff00' }, format: 'WEBP', mode: 'CAPTION_BAR', keepRegions: [] },
    ],
  })
  expect(await payloadOf(items[0].job.id)).toMatchObject({
    captions: ['shared'],
    style: { color: '#ff0000', font: 'comic' },
    format: 'png',
    mode: 'OVERLAY',
    keepRegions: ['1'],
  })
  expect(await payloadOf(items[1].job.id)).toMatchObject({
    captions: ['own'],
    style: { color: '#00ff00', font: 'comic' },
    format: 'webp',
    mode: 'CAPTION_BAR',
    keepRegions: [],
  })
})

test('what belongs to the shared picture does not reach an item with a picture of its own', async () => {
  const { items } = await generateMemes({
    shared: { source: { templateId: 'two-buttons' }, templateStyle: 'default', keepRegions: ['3'], captions: ['a'] },
    items: [{}, { source: { uploadId } }],
  })
  expect(await payloadOf(items[0].job.id)).toMatchObject({ recognition: 'IGNORE' })
  expect(await payloadOf(items[1].job.id)).toMatchObject({ source: { uploadId }, keepRegions: [] })
})

test('equal items share one job, which counts a requester for each', async () => {
  const captions = ['the same']
  const { batch, items } = await generateMemes({
    shared: { source: { uploadId } },
    items: [{ captions }, { captions: ['another'] }, { captions }, { captions }],
  })
  expect(items.map(({ joined }: { joined: boolean }) => joined)).toEqual([false, false, true, true])
  expect(items[2].job.id).toBe(items[0].job.id)
  expect(await database().job.findUniqueOrThrow({ where: { id: items[0].job.id } })).toMatchObject({ requesters: 3 })
  expect(batch).toMatchObject({ total: 4, waiting: 4 })
})

test('equal requests in flight are joined, those of other batches too, however many come at once', async () => {
  const shared = { source: { uploadId } }
  const items = words(20)
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => generateMemes({ shared, items: index % 2 ? items : [...items].reverse() })),
  )
  const jobs = new Set(answers.flatMap((answer) => answer.items.map(({ job }: { job: { id: string } }) => job.id)))
  expect(jobs.size).toBe(20)
  const rows = await database().job.findMany({ where: { id: { in: [...jobs] } } })
  expect(rows.map(({ requesters }) => requesters)).toEqual(Array(20).fill(6))
})

test('answers what is finished from the finished memes', async () => {
  const { items } = await generateMemes({ shared: { source: { uploadId } }, items: [{ captions: ['finished'] }] })
  const row = await database().job.findUniqueOrThrow({ where: { id: items[0].job.id } })
  await finish(row.id, row.requestKey)
  const later = await generateMemes({
    shared: { source: { uploadId } },
    items: [{ captions: ['finished'] }, { captions: ['not yet'] }, { captions: ['finished'] }],
  })
  const finished = { fromFinishedMeme: true, joined: false, job: { state: 'DONE', meme: { captions: ['finished'] } } }
  expect(later.items).toMatchObject([finished, { fromFinishedMeme: false, job: { state: 'QUEUED' } }, finished])
  expect(later.batch).toMatchObject({ done: 2, waiting: 1, ended: false })
  expect(later.batch.fraction).toBeCloseTo(2 / 3)
})

/** Ends a job with a meme, as a worker would. */
async function finish(jobId: string, requestKey: string): Promise<void> {
  const [{ saveMeme }, { putBytes }] = await Promise.all([import('#store/memes'), import('#store/files')])
  const { name, bytes } = await putBytes('images', Buffer.from(randomUUID()), 'jpg')
  const hold = (await claimJob(jobId, 'a-worker', 3))!
  const captions = hold.payload.kind === 'GENERATE' ? hold.payload.captions : []
  const finished = plainMeme({ contentKey: requestKey, file: name, bytes, captions })
  const meme = await saveMeme(finished, [{ requestKey, expiresAt: null }])
  await endJob(hold, { memeId: meme.id })
}

test('waits until all have ended when asked to', async () => {
  const shared = { source: { uploadId } }
  const items = words(3)
  const { items: tickets } = await generateMemes({ shared, items })
  const waiting = generateMemes({ shared, items, waitMs: 30_000 })
  const ids: string[] = tickets.map(({ job }: { job: { id: string } }) => job.id)
  await expect.poll(() => database().job.count({ where: { id: { in: ids }, requesters: 2 } })).toBe(3)
  for (const id of ids)
    await endJob((await claimJob(id, 'a-worker', 3))!, {
      problem: { code: 'IMAGE_DAMAGED', message: '!', details: {} },
    })
  expect((await waiting).batch).toMatchObject({ total: 3, failed: 3, ended: true })
})

test('the same key answers the same batch, also after its upload is gone, and makes nothing twice', async () => {
  const input = { shared: { source: { uploadId } }, items: [...words(2), {}], idempotencyKey: randomUUID() }
  const answers = await Promise.all(Array.from({ length: 4 }, () => generateMemes(input)))
  expect(new Set(answers.map(({ batch }) => batch.id)).size).toBe(1)
  await database().upload.delete({ where: { id: uploadId } })
  const again = await generateMemes({ ...input, waitMs: 1 })
  expect(again).toEqual(answers[0])
  const ids: string[] = again.items.flatMap(({ job }: { job?: { id: string } }) => job?.id ?? [])
  const rows = await database().job.findMany({ where: { id: { in: ids } } })
  expect(rows.map(({ requesters }) => requesters)).toEqual([1, 1])
})

test('the same key with another batch, or with a request of its own, is a conflict', async () => {
  const idempotencyKey = randomUUID()
  await generateMemes({ shared: { source: { uploadId } }, items: words(1), idempotencyKey })
  expect(await generateMemes({ shared: { source: { uploadId } }, items: words(1), idempotencyKey })).toMatchObject({
    __typename: 'RequestProblem',
    code: 'IDEMPOTENCY_CONFLICT',
  })
  const one = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) { ... on Problem { code } } }`
  const { data } = await ask(one, { input: { source: { uploadId }, captions: ['one'], idempotencyKey } })
  expect(data.generateMeme).toEqual({ code: 'IDEMPOTENCY_CONFLICT' })
})

test('refuses an empty batch, and one that is larger than `limits.max_batch`', async () => {
  expect(await generateMemes({ items: [] })).toMatchObject({ code: 'INPUT_INVALID', field: 'items' })
  const tooMany = words(config().limits.max_batch + 1)
  expect(await generateMemes({ shared: { source: { uploadId } }, items: tooMany })).toMatchObject({
    __typename: 'RequestProblem',
    code: 'INPUT_INVALID',
    field: 'items',
    message: expect.stringContaining(`at most ${config().limits.max_batch}`),
  })
})

test('a full batch passes all limits of requests: tokens, depth, bytes', async () => {
  const items = Array.from({ length: config().limits.max_batch }, () => ({
    source: { uploadId },
    captions: [randomUUID(), 'ü'.repeat(config().limits.max_caption_characters)],
    style: { color: '#ff0000', outlineColor: '#000000', font: 'ANTON', outlineWidth: 0.1, letterCase: 'UPPER' },
    format: 'WEBP',
    quality: 80,
  }))
  const { batch } = await generateMemes({ items })
  expect(batch).toMatchObject({ total: config().limits.max_batch, failed: 0 })
  const tooLarge = await post({
    query: '{ __typename }',
    variables: { x: 'x'.repeat(config().limits.max_query_bytes) },
  })
  expect(tooLarge.status).toBe(413)
})

test('asks the database as often for a hundred items as for one', async () => {
  const statements = vi.spyOn(pg.Client.prototype, 'query')
  const count = async (items: readonly object[]) => {
    const before = statements.mock.calls.length
    await generateMemes({ items })
    return statements.mock.calls.length - before
  }
  const uploads = await Promise.all(Array.from({ length: 50 }, newUpload))
  const mixed = uploads.flatMap((id) => [
    { source: { uploadId: id }, captions: [randomUUID()] },
    { source: { templateId: 'two-buttons' }, captions: [randomUUID()] },
  ])
  const few = await count(mixed.slice(0, 2))
  expect(await count(mixed.slice(2))).toBe(few)
  expect(few).toBeLessThan(25)
  statements.mockRestore()
})
