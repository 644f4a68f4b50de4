import { createClient } from 'graphql-sse'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { config } from '#store/config'
import { type MemeClient, memeClient } from '../support/memeClient'
import { publishTemplates } from '../support/publishTemplates'
import { type Stack, startStack } from '../support/stack'

let stack: Stack
let client: MemeClient
let rows: pg.Client

beforeAll(async () => {
  stack = await startStack({ worker: false })
  await publishTemplates(stack, ['tab-forty-seven', 'exhibit-a'])
  client = memeClient(stack.url)
  rows = new pg.Client(stack.databaseUrl)
  await rows.connect()
})

afterAll(async () => {
  await rows?.end()
  await stack?.stop()
})

const mutation = `mutation ($input: GenerateMemesInput!) { generateMemes(input: $input) { __typename
  ... on BatchTicket { batch { id total failed } items { __typename ... on JobTicket { job { id } } ... on Problem { code } } }
  ... on Problem { code message } } }`
const subscription = `subscription ($id: ID!) { batchProgress(batchId: $id) {
  batch { total waiting running done failed fraction etaSeconds ended }
  changed { index meme { url } problem { __typename code } } } }`

interface Ticket {
  readonly batch: { readonly id: string; readonly total: number; readonly failed: number }
  readonly items: readonly {
    readonly __typename: string
    readonly code?: string
    readonly job?: { readonly id: string }
  }[]
}
interface Progress {
  readonly batch: Readonly<Record<'total' | 'waiting' | 'running' | 'done' | 'failed' | 'fraction', number>> & {
    readonly ended: boolean
  }
  readonly changed: readonly {
    readonly index: number
    readonly meme: { readonly url: string } | null
    readonly problem: { readonly __typename: string; readonly code: string } | null
  }[]
}

const request = async (input: object): Promise<Ticket> =>
  (await client.ask<{ generateMemes: Ticket }>(mutation, { input })).generateMemes

async function* progress(id: string): AsyncGenerator<Progress> {
  const stream = createClient({ url: `${stack.url}/api/graphql/stream`, retryAttempts: 0 })
  const events = stream.iterate<{ batchProgress: Progress }>({ query: subscription, variables: { id } })
  for await (const { data, errors } of events) {
    if (!data) throw new Error(JSON.stringify(errors))
    yield data.batchProgress
  }
}

/** How each item ended, in order. */
async function outcomes(
  id: string,
): Promise<{ readonly events: readonly Progress[]; readonly items: Progress['changed'] }> {
  const events: Progress[] = []
  const items: Progress['changed'][number][] = []
  for await (const event of progress(id)) {
    events.push(event)
    for (const item of event.changed) items[item.index] = item
  }
  return { events, items }
}

test('whoever asks for one meme does not wait for a batch that came before', async () => {
  const uploadId = await client.upload(benchPicture(21, ['ONE', 'OF MANY']))
  const ticket = await request({
    shared: { source: { uploadId } },
    items: Array.from({ length: 30 }, (_, index) => ({ captions: [`batch ${index}`] })),
  })
  const single = await client.request(await client.upload(benchPicture(22, ['ALONE', 'HERE'])), ['single'])
  await stack.startWorker()
  await outcomes(ticket.batch.id)
  await client.ended(single.job!.id)
  const { rows: order } = await rows.query<{ single: boolean }>(
    'select id = $1 as single from job where id = $1 or id = any($2) order by started_at',
    [single.job!.id, ticket.items.map(({ job }) => job!.id)],
  )
  // A worker claims as many at once as it has places: which of those comes first is chance.
  expect(order.findIndex((job) => job.single)).toBeLessThan(config().workers.jobs)
})

test('ten captions on one new picture: it is decoded once and read once', async () => {
  const uploadId = await client.upload(benchPicture(23, ['READ ME', 'ONCE']))
  const { batch } = await request({
    shared: { source: { uploadId }, format: 'WEBP' },
    items: Array.from({ length: 10 }, (_, index) => ({ captions: [`caption ${index}`] })),
  })
  const { items } = await outcomes(batch.id)
  expect(items.filter(({ meme }) => meme)).toHaveLength(10)
  // With those of the test before: 41 jobs on three pictures. A miss is what was really done; who waited for it has a hit.
  await expect.poll(async () => sums(await counted('decoded')), { timeout: 30_000 }).toEqual({ asked: 41, misses: 3 })
  // What memory lacks is asked of the shared tier: its misses are the readings.
  expect((await counted('ocr')).filter(({ tier }) => tier !== 'memory').map(({ misses }) => misses)).toEqual([3])
})

interface Counted {
  readonly name: string
  readonly tier: string
  readonly hits: number
  readonly misses: number
}

/** What the worker has counted of a cache, in each of its tiers, up to its last sample. */
async function counted(name: string): Promise<readonly Counted[]> {
  const { rows: samples } = await rows.query<{ caches: Counted[] }>(
    "select caches from process_sample where kind = 'worker' order by id desc limit 1",
  )
  return (samples[0]?.caches ?? []).filter((cache) => cache.name === name)
}

const sums = (tiers: readonly Counted[]) => ({
  asked: tiers.reduce((sum, { hits, misses }) => sum + hits + misses, 0),
  misses: tiers.reduce((sum, { misses }) => sum + misses, 0),
})

test('a hundred memes from templates: one subscription, each item with its own end, bad ones apart', async () => {
  const templates = ['tab-forty-seven', 'exhibit-a']
  const items = Array.from({ length: 100 }, (_, index) => ({
    source: { templateId: templates[index % 2] },
    captions: [`meme number ${index}`],
  }))
  const bad = { 7: 'no-such-template', 50: 'nor-this-one' }
  for (const [index, templateId] of Object.entries(bad)) items[Number(index)]!.source.templateId = templateId
  items[20]!.captions = ['']
  // Short enough for the contract, too long for the box: only the worker finds out.
  items[30]!.captions = ['line\n'.repeat(80)]
  items[41]!.captions = items[43]!.captions = ['twins']

  const ticket = await request({ shared: { quality: 80 }, items, idempotencyKey: 'a hundred memes' })
  expect(ticket.batch).toMatchObject({ total: 100, failed: 3 })
  expect(ticket.items.map(({ code }) => code).filter(Boolean)).toEqual(['NOT_FOUND', 'NO_CAPTIONS', 'NOT_FOUND'])
  expect(ticket.items[41]!.job!.id).toBe(ticket.items[43]!.job!.id)

  const { events, items: ends } = await outcomes(ticket.batch.id)
  expect(events[0]!.changed).toHaveLength(100)
  for (const { batch } of events) expect(batch.waiting + batch.running + batch.done + batch.failed).toBe(100)
  const fractions = events.map(({ batch }) => batch.fraction)
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
  expect(events.at(-1)!.batch).toMatchObject({ done: 96, failed: 4, ended: true, fraction: 1 })
  expect(ends[7]!.problem).toEqual({ __typename: 'RequestProblem', code: 'NOT_FOUND' })
  expect(ends[20]!.problem).toEqual({ __typename: 'CaptionProblem', code: 'NO_CAPTIONS' })
  expect(ends[30]!.problem).toEqual({ __typename: 'CaptionProblem', code: 'CAPTION_DOES_NOT_FIT' })
  const urls = ends.flatMap(({ meme }) => meme?.url ?? [])
  expect(urls).toHaveLength(96)
  // The twins are one.
  expect(new Set(urls).size).toBe(95)
  const pictures = await Promise.all(urls.slice(0, 10).map((url) => fetch(stack.url + url)))
  expect(pictures.map(({ status }) => status)).toEqual(Array(10).fill(200))

  // The answer was lost, say: the same again makes nothing new.
  const again = await request({ shared: { quality: 80 }, items, idempotencyKey: 'a hundred memes' })
  expect(again).toEqual({ ...ticket, batch: { ...ticket.batch, failed: 4 } })
})
