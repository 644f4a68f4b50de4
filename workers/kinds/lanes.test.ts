import { randomUUID } from 'node:crypto'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Config } from '#core/config'
import type { GeneratePayload } from '#core/jobPayload'
import { defaultStyle } from '#core/style'
import { type WorkKind, workKinds } from '#core/workKind'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database, databaseUrl } from '#store/database'
import { putBytes } from '#store/files'
import { jobEvents } from '#store/jobEvents'
import { cancelJob } from '#store/jobs/cancelJob'
import { findJob } from '#store/jobs/findJob'
import { requestJob } from '#store/jobs/requestJob'
import { installQueue } from '#store/queue'
import { saveTemplate } from '#store/templates/saveTemplate'
import { saveUpload } from '#store/uploads'
import { registerFonts } from '../lettering/registerFonts'
import { loadParts, type Parts } from '../parts'
import { storeTemplatePicture } from '../templates/storeTemplatePicture'
import { openLanes } from './openLanes'

withTestStore()

let parts: Parts
beforeAll(async () => {
  await installQueue(databaseUrl())
  parts = await loadParts(config())
  await jobEvents().ready()
})
afterAll(() => parts.close())

/** Loads parts anew with other numbers of places; they go with the test. */
async function partsWith(workers: Partial<Config['workers']>): Promise<Parts> {
  const changed = await loadParts({ ...config(), workers: { ...config().workers, ...workers } })
  onTestFinished(() => changed.close())
  return changed
}

const payload = (source: GeneratePayload['source'], captions: readonly string[]): GeneratePayload => ({
  kind: 'GENERATE',
  source,
  captions,
  mode: 'AUTO',
  style: defaultStyle,
  keepRegions: [],
  recognition: 'RESTORE',
  places: 'TEMPLATE_BOXES',
  format: 'jpeg',
  quality: 90,
})

function drawing(words: string): Buffer {
  registerFonts('anton', words)
  const canvas = createCanvas(480, 320)
  const context = canvas.getContext('2d')
  context.fillStyle = '#3a6ea5'
  context.fillRect(0, 0, 480, 320)
  context.font = '48px Anton'
  context.textAlign = 'center'
  context.fillStyle = '#fff'
  context.fillText(words, 240, 80)
  return canvas.toBuffer('image/png')
}

async function upload(words: string): Promise<GeneratePayload['source']> {
  const { sha256, id } = await saveUpload(await putBytes('sources', drawing(words)), 24)
  return { sha256, uploadId: id }
}

async function template(): Promise<GeneratePayload['source']> {
  const box = { box: { x: 0.05, y: 0.05, width: 0.9, height: 0.4, angle: 0 }, style: defaultStyle }
  const words = { slug: `plain-${randomUUID()}`, name: 'Plain', aliases: [], keywords: [], description: '' }
  const { id, pictures } = await saveTemplate({
    words: { ...words, boxes: [{ ...box, example: '' }], source: 'own', licence: 'MIT' },
    state: 'published',
    pictures: [await storeTemplatePicture('default', drawing(''), config())],
    actor: 'test',
    action: 'create',
  })
  return { templateId: id, sha256: pictures[0]!.sourceSha256, boxes: [box] }
}

async function ended(jobId: string) {
  let ring: () => void = () => undefined
  const unwatch = jobEvents().watch(jobId, () => ring())
  try {
    for (;;) {
      const rung = new Promise<void>((resolve) => {
        ring = resolve
      })
      const job = (await findJob(jobId))!
      if (job.finishedAt) return job
      await rung
    }
  } finally {
    unwatch()
  }
}

/** The real reader, which reads nothing before it is told to. */
function heldReader({ reader, pools }: Parts) {
  let letGo: () => void = () => undefined
  let begin: () => void = () => undefined
  const mayRead = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const counts = { atOnce: 0, most: 0, done: 0 }
  const read: Parts['reader']['read'] = (picture, maxDimension, signal, note) =>
    pools.ocr.run(
      async () => {
        counts.most = Math.max(counts.most, ++counts.atOnce)
        begin()
        await mayRead
        // The pool that the real one stands in is ours: it goes by another.
        const lines = await reader.read(picture, maxDimension, signal, {})
        counts.atOnce -= 1
        counts.done += 1
        return lines
      },
      signal,
      note,
    )
  return { reader: { ...reader, read }, letGo: () => letGo(), begun, counts }
}

/** Serves all kinds with these parts, until the test has ended. */
async function serve(using: Parts): Promise<void> {
  const withUsing = (work: (parts: Parts) => Promise<void>) => work(using)
  const source = {
    kinds: new Set<WorkKind>(workKinds),
    warm: async () => ({}),
    withHelp: withUsing,
    withParts: withUsing,
    close: async () => undefined,
  }
  const lanes = await openLanes('test-worker', source, new Set())
  onTestFinished(() => lanes.stop())
}

it('lets a meme from a template pass however many pictures wait to be read, one of which is read at a time', async () => {
  // Its own pool, so that the parts' reader below does not wait for the place that we hold.
  const held = heldReader({ ...parts, pools: (await partsWith({})).pools })
  await serve({ ...parts, reader: held.reader })
  const readings: Awaited<ReturnType<typeof requestJob>>[] = []
  // One after the other: the last is to be the one that waits longest.
  for (let n = 0; n < config().workers.jobs + 4; n++) {
    readings.push(await requestJob(payload(await upload(`WORDS ${n}`), ['NEW']), config()))
  }
  await held.begun
  const quick = await requestJob(payload(await template(), ['AT ONCE']), config())
  expect(await ended(quick.job.id)).toMatchObject({ state: 'DONE' })
  expect(held.counts).toEqual({ atOnce: 1, most: 1, done: 0 })
  // Who stands in line leaves it when it is cancelled.
  const [last] = readings.slice(-1)
  await cancelJob(last!.job.id)
  held.letGo()
  const jobs = await Promise.all(readings.map(({ job }) => ended(job.id)))
  expect(jobs.map(({ state }) => state)).toEqual([...jobs.slice(1).map(() => 'DONE'), 'CANCELLED'])
  expect(held.counts).toEqual({ atOnce: 0, most: 1, done: jobs.length - 1 })
  const rows = () => database().stageRow.findMany({ where: { operation: 'ocr', ok: true } })
  while ((await rows()).length < jobs.length - 1);
  expect((await rows()).filter(({ waitedMs }) => (waitedMs ?? 0) > 0).length).toBeGreaterThan(0)
}, 120_000)

const picture = {
  sha256: '',
  bitmap: { width: 64, height: 32, channels: 3, data: new Uint8Array(64 * 32 * 3) },
} as const
const line = { text: 'X', confidence: 1, box: { x: 0.1, y: 0.3, width: 0.8, height: 0.4, angle: 0 } }
const never = new AbortController().signal

/** How many of three stand in line once they have been asked for. */
async function inLine({ pools, reader, remover, clip }: Parts, kind: WorkKind): Promise<number> {
  const work = {
    ocr: () => reader.read(picture, 64, never, {}),
    inpaint: () => remover.remove(picture, [line], { engine: 'pyramid', fast: true, maxDimension: 64 }, never, {}),
    render: () => pools.render.run(async () => undefined),
    embed: () => clip.embedText('words'),
  }
  const all = [1, 2, 3].map(() => work[kind]())
  const waiting = pools[kind].waiting()
  await Promise.all<unknown>(all)
  return waiting
}

it('workers.ocr, inpaint, render and embed: so many of each at once', async () => {
  const one = await partsWith({ ocr: 1, inpaint: 1, render: 1, embed: 1 })
  const two = await partsWith({ ocr: 2, inpaint: 2, render: 3, embed: 2 })
  for (const kind of workKinds) expect([kind, await inLine(one, kind)]).toEqual([kind, 2])
  expect(await Promise.all(workKinds.map((kind) => inLine(two, kind)))).toEqual([1, 1, 0, 1])
}, 120_000)
