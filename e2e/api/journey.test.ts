import { hostname } from 'node:os'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { type MemeClient, memeClient } from '../support/memeClient'
import { type Stack, stackAdminToken, startStack } from '../support/stack'

let stack: Stack
let client: MemeClient

beforeAll(async () => {
  stack = await startStack()
  client = memeClient(stack.url)
})

afterAll(() => stack?.stop())

const analyze = `mutation ($input: AnalyzePictureInput!) { analyzePicture(input: $input) { ... on JobTicket { joined fromFinishedAnalysis job { id state analysis {
  uploadId width height animated willRemoveText
  regions { id text box { x y width height angle } lines { text confidence } background { color flat } }
  picture { url width height } cleanedPicture { url width height } saliency { columns rows values }
} } } } }`

interface Analyzed {
  readonly analyzePicture: {
    readonly joined: boolean
    readonly fromFinishedAnalysis: boolean
    readonly job: { readonly id: string; readonly state: string; readonly analysis: Analysis }
  }
}
interface Analysis {
  readonly regions: readonly { readonly text: string; readonly box: Record<string, number> }[]
  readonly picture: { readonly url: string }
  readonly cleanedPicture: { readonly url: string }
  readonly saliency: { readonly columns: number; readonly rows: number; readonly values: readonly number[] }
}

test('a captioned picture is analysed, becomes a meme with other words, and is served', async () => {
  const uploadId = await client.upload(benchPicture(1, ['FIRST WORDS', 'LAST WORDS']))
  const { analyzePicture } = await client.ask<Analyzed>(analyze, { input: { source: { uploadId }, waitMs: 30_000 } })
  const { state, analysis } = analyzePicture.job
  expect(state).toBe('DONE')
  expect(analysis).toMatchObject({ uploadId, width: 1024, height: 768, animated: false, willRemoveText: true })
  expect(analysis.regions.map(({ text }) => text)).toEqual(['FIRST WORDS', 'LAST WORDS'])
  expect(analysis.regions[0]!.box.y).toBeLessThan(0.2)
  expect(analysis.saliency.values).toHaveLength(analysis.saliency.columns * analysis.saliency.rows)
  for (const { url } of [analysis.picture, analysis.cleanedPicture])
    expect((await fetch(stack.url + url)).status).toBe(200)

  const { job } = await client.request(uploadId, ['other words', 'and more'])
  const states = []
  for await (const step of client.progress(job!.id)) states.push(step)
  const fractions = states.map(({ fraction }) => fraction)
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b))
  const last = states.at(-1)!
  expect(last).toMatchObject({ state: 'DONE', fraction: 1, problem: null })

  const url = stack.url + last.meme!.url
  const response = await fetch(url)
  const sha256 = /([0-9a-f]{64})\.jpg$/.exec(url)![1]
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${sha256}"`,
    'x-content-type-options': 'nosniff',
  })
  const picture = await sharp(await response.arrayBuffer()).metadata()
  expect(picture).toMatchObject({ format: 'jpeg', width: 1024, height: 768 })
  expect((await fetch(url, { headers: { 'if-none-match': `"${sha256}"` } })).status).toBe(304)
  const head = await fetch(url, { method: 'HEAD' })
  expect(head.headers.get('content-length')).toBe(response.headers.get('content-length'))
})

test('a picture that was analysed is answered at once, in the same shape, and its job can be followed', async () => {
  const asked = async () => {
    const uploadId = await client.upload(benchPicture(3, ['LOOK HERE', 'ONLY ONCE']))
    const { analyzePicture } = await client.ask<Analyzed>(analyze, { input: { source: { uploadId }, waitMs: 30_000 } })
    return { uploadId, ...analyzePicture }
  }
  const first = await asked()
  expect(first).toMatchObject({ joined: false, fromFinishedAnalysis: false, job: { state: 'DONE' } })
  const { uploadId, joined, fromFinishedAnalysis, job } = await asked()
  expect([joined, fromFinishedAnalysis]).toEqual([false, true])
  expect(job).toEqual({ ...first.job, id: job.id, analysis: { ...first.job.analysis, uploadId } })
  const states = []
  for await (const { state, fraction } of client.progress(job.id)) states.push({ state, fraction })
  expect(states).toEqual([{ state: 'DONE', fraction: 1 }])
})

test('equal requests at the same moment share one run, and a later one is answered from its meme', async () => {
  const uploadId = await client.upload(benchPicture(2, null))
  const answers = await Promise.all(Array.from({ length: 5 }, () => client.request(uploadId, ['the same'])))
  expect(new Set(answers.map(({ job }) => job!.id)).size).toBe(1)
  expect(answers.filter(({ joined }) => joined)).toHaveLength(4)
  const { meme } = await client.ended(answers[0]!.job!.id)
  const again = await client.request(await client.upload(benchPicture(2, null)), ['the same'])
  expect(again).toMatchObject({ joined: false, fromFinishedMeme: true, job: { state: 'DONE', meme: { id: meme!.id } } })
})

test('every format is what it says', async () => {
  const uploadId = await client.upload(benchPicture(3, null))
  const generate = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) { ... on JobTicket { job { meme { url format } } } } }`
  for (const format of ['PNG', 'WEBP']) {
    const input = { source: { uploadId }, captions: ['words'], mode: 'CAPTION_BAR', format, waitMs: 30_000 }
    const { generateMeme } = await client.ask<{ generateMeme: { job: { meme: { url: string } } } }>(generate, { input })
    const response = await fetch(stack.url + generateMeme.job.meme.url)
    expect(response.headers.get('content-type')).toBe(`image/${format.toLowerCase()}`)
    const { format: decoded, height } = await sharp(await response.arrayBuffer()).metadata()
    expect(decoded).toBe(format.toLowerCase())
    expect(height).toBeGreaterThan(768)
  }
})

const asAdmin = { authorization: `Bearer ${stackAdminToken}` }

describe('a client that goes away', () => {
  const openSubscriptions = async () => {
    const response = await fetch(`${stack.url}/api/performance`, { headers: asAdmin })
    return ((await response.json()) as { system: { site: { openSubscriptions: number } } }).system.site
      .openSubscriptions
  }

  test('leaves no subscription open', async () => {
    await stack.killWorker('SIGTERM')
    const { job } = await client.request(await client.upload(benchPicture(4, null)), ['waits'])
    const query = `subscription { memeProgress(jobId: "${job!.id}") { state } }`
    const stops = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const stop = new AbortController()
        const response = await fetch(`${stack.url}/api/graphql/stream`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
          body: JSON.stringify({ query }),
          signal: stop.signal,
        })
        await response.body!.getReader().read()
        return stop
      }),
    )
    expect(await openSubscriptions()).toBe(5)
    for (const stop of stops) stop.abort()
    await expect.poll(openSubscriptions, { timeout: 10_000 }).toBe(0)
    await stack.startWorker()
    expect((await client.ended(job!.id)).state).toBe('DONE')
  })
})

test('performance figures tell of what was done', async () => {
  const response = await fetch(`${stack.url}/api/performance?minutes=10`, { headers: asAdmin })
  const { operations, system } = (await response.json()) as {
    operations: { operation: string; count: number }[]
    system: { workers: { state: string }[]; queue: { waiting: number } }
  }
  const names = operations.map(({ operation }) => operation)
  expect(names).toEqual(expect.arrayContaining(['decode', 'ocr', 'remove_text', 'render', 'store']))
  expect(system).toMatchObject({ workers: [{ state: 'READY' }], queue: { waiting: 0 } })
  const { processes } = (await (await fetch(`${stack.url}/api/performance`, { headers: asAdmin })).json()) as {
    processes: { kind: string; points: { rssBytes: number }[] }[]
  }
  expect(new Set(processes.map(({ kind }) => kind))).toEqual(new Set(['site', 'worker']))

  const metrics = await fetch(`${stack.url}/metrics`, { headers: asAdmin })
  expect(await metrics.text()).toMatch(/^memezap_operation_duration_seconds_count\{operation="job"\} [1-9]/m)
  // For everybody: the same sums, and no name of a machine.
  const open = await (await fetch(`${stack.url}/metrics`)).text()
  expect(open).toMatch(/^memezap_operation_duration_seconds_count\{operation="job"\} [1-9]/m)
  expect(open).not.toContain(`${hostname()}-`)
})
