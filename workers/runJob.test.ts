import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCanvas } from '@napi-rs/canvas'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Analysis } from '#core/analysis'
import { createOnceCache } from '#core/cache/onceCache'
import type { Config } from '#core/config'
import type { AnalyzePayload, GeneratePayload, JobPayload } from '#core/jobPayload'
import { defaultStyle } from '#core/style'
import { generatePayload as payloadOf } from '#e2e/support/generatePayload'
import { withTestStore } from '#e2e/support/testStore'
import { keyOf } from '#store/cache/envelope'
import { sharedAccess } from '#store/cache/sharedCache'
import { config } from '#store/config'
import { database } from '#store/database'
import { fileSize, getBytes, putBytes } from '#store/files'
import { jobEvents } from '#store/jobEvents'
import { cancelJob } from '#store/jobs/cancelJob'
import { findJob } from '#store/jobs/findJob'
import { requestJob } from '#store/jobs/requestJob'
import { readingId } from '#store/ocrReadings'
import { askForProfile } from '#store/performance/profileRequests'
import { cachesOfProcess } from '#store/performance/reportCache'
import { summarize } from '#store/performance/summarize'
import { profiledThreads, profileFile } from '#store/sweepProfiles'
import { findTemplate } from '#store/templates/findTemplates'
import { saveTemplate } from '#store/templates/saveTemplate'
import { saveUpload } from '#store/uploads'
import { drawMemeWords } from './lettering/memeWords.testing'
import { withParts } from './parts.testing'
import { createPictureCache } from './pictureCache'
import { runJob } from './runJob'
import { storeTemplatePicture } from './templates/storeTemplatePicture'

withTestStore()
// Not the default, so that the test of it fails when the key does nothing.
process.env.MEMEZAP_WORKERS__MEGAPIXELS_IN_FLIGHT = '9'

const worker = withParts()

/** A picture of our own with the given words at its top, uploaded. */
async function uploaded(words: string, shade = '#3a6ea5') {
  const canvas = createCanvas(640, 480)
  const context = canvas.getContext('2d')
  context.fillStyle = shade
  context.fillRect(0, 0, 640, 480)
  context.fillStyle = '#e8b04a'
  context.fillRect(220, 180, 200, 200)
  if (words) drawMemeWords(context, words, { x: 320, y: 90, sizePx: 60 })
  const file = await putBytes('sources', canvas.toBuffer('image/png'))
  return saveUpload(file, 24)
}

const generatePayload = (upload: { sha256: string; id: string }, changes: Partial<GeneratePayload> = {}) =>
  payloadOf({ sha256: upload.sha256, uploadId: upload.id }, ['NEW WORDS'], { style: defaultStyle, ...changes })

/** A plain picture with a box on its left half and one on its right. */
async function twoBoxTemplate() {
  const slug = `two-boxes-${randomUUID()}`
  const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: '#202020' } })
  const boxes = [0.05, 0.55].map((x) => ({
    box: { x, y: 0.1, width: 0.4, height: 0.3, angle: 0 },
    style: { ...defaultStyle, color: '#ff8800' },
  }))
  const template = await saveTemplate({
    words: {
      slug,
      name: 'Two Boxes',
      aliases: [],
      keywords: [],
      description: 'Nothing but grey.',
      boxes: boxes.map((box) => ({ ...box, example: '' })),
      source: 'own',
      licence: 'MIT',
    },
    state: 'published',
    pictures: [await storeTemplatePicture('default', await picture.png().toBuffer(), config())],
    actor: 'test',
    action: 'create',
  })
  return { id: template.id, boxes, sha256: template.pictures[0]!.sourceSha256 }
}

async function finished(payload: JobPayload, settings: Config = config(), using = worker.parts) {
  const { job } = await requestJob(payload, settings)
  await runJob(job.id, 'test-worker', using)
  return (await findJob(job.id))!
}

/** Has an address answer with a picture for as long as `work` takes. */
async function atAddress(picture: Uint8Array, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end(picture)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.env.MEMEZAP_ALLOW_PRIVATE_URLS = '1'
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`)
  } finally {
    delete process.env.MEMEZAP_ALLOW_PRIVATE_URLS
    server.close()
  }
}

const rowsOf = (jobId: string) => database().stageRow.findMany({ where: { jobId }, orderBy: { id: 'asc' } })
const reportOf = (job: Awaited<ReturnType<typeof finished>>) =>
  job.meme!.report as unknown as import('#core/report').MemeReport

describe('generate', () => {
  it('replaces the words of a captioned picture, and leaves a row for every stage', async () => {
    const upload = await uploaded('THE OLD WORDS')
    const job = await finished(generatePayload(upload))
    expect(job).toMatchObject({ state: 'DONE', fraction: 1, problem: null })
    const report = reportOf(job)
    expect(report.textFound.join(' ').toUpperCase()).toContain('OLD WORDS')
    expect(report.removal).toMatchObject({ regionsRemoved: 1, skippedBecause: null })
    expect(report.placement).toBe('replaced')
    expect(await fileSize('images', job.meme!.file)).toBe(job.meme!.bytes)
    const rows = await rowsOf(job.id)
    expect(rows.map(({ operation }) => operation)).toEqual([
      'fetch',
      'hash',
      'decode',
      'ocr',
      'match',
      'decide',
      'remove_text',
      'place_text',
      'render',
      'store',
      'job',
    ])
    expect(rows.every(({ ok, durationMs, attempt }) => ok && durationMs >= 0 && attempt === 1)).toBe(true)
    expect(rows.find(({ operation }) => operation === 'ocr')).toMatchObject({ cacheHit: false, device: 'cpu' })
    const [fetched, stored] = [rows[0]!, rows.at(-2)!]
    expect(Number(fetched.outputBytes)).toBe(await fileSize('sources', upload.sha256))
    expect(Number(stored.inputBytes)).toBe(job.meme!.bytes)
    const [decoded, rendered] = ['decode', 'render'].map((stage) => rows.find(({ operation }) => operation === stage)!)
    const { width, height } = job.meme!
    expect(decoded).toMatchObject({ widthPx: width, heightPx: height, inputBytes: fetched.outputBytes, waitedMs: null })
    expect(rendered).toMatchObject({ widthPx: width, heightPx: height, outputBytes: stored.inputBytes })
  })

  it('reads the same picture once: other words come from the caches', async () => {
    const upload = await uploaded('READ ME ONCE')
    await finished(generatePayload(upload, { captions: ['ONE'] }))
    const second = await finished(generatePayload(upload, { captions: ['TWO'] }))
    const hits = (await rowsOf(second.id)).filter(({ cacheHit }) => cacheHit).map(({ operation }) => operation)
    expect(hits).toEqual(['decode', 'ocr', 'match', 'remove_text', 'job'])
  })

  it('skips the removal where there are no words, and says why', async () => {
    const job = await finished(generatePayload(await uploaded('', '#446')))
    const report = reportOf(job)
    expect(report.removal).toMatchObject({
      regionsRemoved: 0,
      method: 'none',
      skippedBecause: expect.stringMatching(/No words/),
    })
    expect((await rowsOf(job.id)).map(({ operation }) => operation)).not.toContain('remove_text')
  })

  it('letters a template in its boxes, each in its own style, without looking for words, and counts the use', async () => {
    const { id, boxes, sha256 } = await twoBoxTemplate()
    const source = { templateId: id, sha256, boxes }
    const job = await finished(generatePayload({ sha256, id }, { source, captions: ['', 'right'], format: 'png' }))
    expect(job).toMatchObject({ state: 'DONE', problem: null })
    expect(reportOf(job)).toMatchObject({
      placement: 'template',
      textFound: [],
      removal: { regionsRemoved: 0, method: 'none', skippedBecause: expect.stringMatching(/template/) },
    })
    const rows = await rowsOf(job.id)
    expect(rows.map(({ operation }) => operation)).toEqual(['hash', 'decode', 'place_text', 'render', 'store', 'job'])
    const { data, info } = await sharp(await getBytes('images', job.meme!.file))
      .raw()
      .toBuffer({ resolveWithObject: true })
    const changed = (from: number, to: number) => {
      for (let i = 0; i < info.width * info.height; i++) {
        const x = i % info.width
        if (x >= from && x < to && data[i * info.channels] !== 0x20) return true
      }
      return false
    }
    expect([changed(0, 320), changed(320, 640)]).toEqual([false, true])
    expect((await findTemplate(id))!.uses).toBe(1)

    const equal = await finished(generatePayload({ sha256, id }, { source, captions: ['', 'right'], format: 'png' }))
    expect(equal.memeId).toBe(job.memeId)
    expect((await findTemplate(id))!.uses).toBe(1)
    const other = await finished(generatePayload({ sha256, id }, { source, captions: ['left'] }))
    expect((await rowsOf(other.id)).find(({ operation }) => operation === 'decode')!.cacheHit).toBe(true)
    expect((await findTemplate(id))!.uses).toBe(2)
  })

  it('makes another meme when a template has changed since', async () => {
    const { id, boxes, sha256 } = await twoBoxTemplate()
    const first = await finished(generatePayload({ sha256, id }, { source: { templateId: id, sha256, boxes } }))
    const moved = boxes.map(({ box, style }) => ({ box: { ...box, y: 0.6 }, style }))
    const second = await finished(generatePayload({ sha256, id }, { source: { templateId: id, sha256, boxes: moved } }))
    expect(second.memeId).not.toBe(first.memeId)
  })

  it('names the box whose words do not fit', async () => {
    const { id, boxes, sha256 } = await twoBoxTemplate()
    const source = { templateId: id, sha256, boxes }
    const job = await finished(
      generatePayload({ sha256, id }, { source, captions: ['fits', 'far too many words '.repeat(400)] }),
    )
    expect(job).toMatchObject({
      state: 'FAILED',
      problem: { code: 'CAPTION_DOES_NOT_FIT', details: { captionIndex: 1 } },
    })
  })

  it('keeps the words that are to be kept', async () => {
    const job = await finished(generatePayload(await uploaded('KEEP THESE'), { keepRegions: ['0'] }))
    expect(reportOf(job).removal).toMatchObject({ regionsRemoved: 0, skippedBecause: expect.stringMatching(/kept/) })
    expect(reportOf(job).placement).not.toBe('replaced')
  })

  it('ends as a typed problem when there is nothing to replace, and with a row that says so', async () => {
    const job = await finished(generatePayload(await uploaded('', '#484'), { mode: 'REPLACE_TEXT' }))
    expect(job).toMatchObject({ state: 'FAILED', problem: { code: 'NO_TEXT_TO_REPLACE' } })
    const rows = await rowsOf(job.id)
    expect(rows.at(-1)).toMatchObject({ operation: 'job', ok: false, errorCode: 'NO_TEXT_TO_REPLACE' })
    expect(rows.at(-2)).toMatchObject({ operation: 'decide', ok: false, errorCode: 'NO_TEXT_TO_REPLACE' })
    const everything = { from: 0, to: Date.now() + 60_000 }
    const decide = (await summarize(everything, {}, 0)).operations.find(({ operation }) => operation === 'decide')
    expect(decide!.errorRate).toBeGreaterThan(0)
  })

  it('ends as a typed problem when the bytes are no picture', async () => {
    const upload = await saveUpload(await putBytes('sources', Buffer.from('not a picture')), 24)
    expect(await finished(generatePayload(upload))).toMatchObject({
      state: 'FAILED',
      problem: { code: 'NOT_AN_IMAGE' },
    })
  })

  it('stops while a stage runs when it is cancelled, and stores nothing', async () => {
    const upload = await uploaded('CANCEL ME NOW')
    const { job } = await requestJob(generatePayload(upload), config())
    const { reader } = worker.parts
    const read: typeof reader.read = async (...asked) => {
      await cancelJob(job.id)
      return reader.read(...asked)
    }
    await runJob(job.id, 'test-worker', { ...worker.parts, reader: { ...reader, read } })
    expect(await findJob(job.id)).toMatchObject({ state: 'CANCELLED', memeId: null, problem: null })
    expect((await rowsOf(job.id)).at(-1)).toMatchObject({ operation: 'job', ok: false, errorCode: 'CANCELLED' })
    expect(await database().meme.count({ where: { sourceSha256: upload.sha256 } })).toBe(0)
  })

  it('workers.megapixels_in_flight: waits for room before it decodes, says how long, and leaves the line when it is cancelled', async () => {
    const upload = await uploaded('WAIT FOR ME')
    // As large as the setting, so that nothing else has room.
    const all = worker.parts.pixels.room(new AbortController().signal)
    await all.enter(config().workers.megapixels_in_flight * 1e6)
    const requests = [generatePayload(upload), generatePayload(upload, { captions: ['cancelled'] })]
    const [waiting, cancelled] = await Promise.all(
      requests.map(async (request) => (await requestJob(request, config())).job),
    )
    const runs = [waiting!, cancelled!].map(({ id }) => runJob(id, 'test-worker', worker.parts))
    await expect.poll(() => worker.parts.pixels.waiting()).toBe(2)
    await cancelJob(cancelled!.id)
    await runs[1]
    expect(worker.parts.pixels.waiting()).toBe(1)
    all.leave()
    await runs[0]
    const decoding = async (id: string) => (await rowsOf(id)).find(({ operation }) => operation === 'decode')
    expect(await decoding(cancelled!.id)).toMatchObject({ ok: false, errorCode: 'CANCELLED' })
    const decoded = (await decoding(waiting!.id))!
    expect(decoded.ok).toBe(true)
    expect(decoded.waitedMs).toBeGreaterThan(0)
    expect(decoded.waitedMs).toBeLessThanOrEqual(decoded.durationMs)
    expect(worker.parts.pixels.inFlight()).toBe(0)
  })

  it('decodes and cleans a picture once for two jobs at the same moment', async () => {
    const upload = await uploaded('ONCE FOR BOTH')
    const requests = ['for one', 'for the other'].map((words) => generatePayload(upload, { captions: [words] }))
    const counted = () => worker.parts.pictures.reports.slice(0, 2).map((read) => read().misses)
    const before = counted()
    const jobs = await Promise.all(requests.map((request) => finished(request)))
    expect(jobs.map(({ state }) => state)).toEqual(['DONE', 'DONE'])
    expect(counted()).toEqual(before.map((misses) => misses + 1))
  })

  it('reports what each memory of its parts has counted', () => {
    const names = cachesOfProcess()
      .filter(({ tier }) => tier === 'memory')
      .map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['decoded', 'cleaned', 'template_picture', 'font', 'shaped_text']))
  })

  it('makes its meme although a memory of pictures fails', async () => {
    const broken = createOnceCache<never>({
      name: 'decoded',
      maxBytes: 1e9,
      bytesOf: () => {
        throw new Error('no size')
      },
    })
    const using = {
      ...worker.parts,
      pictures: { ...worker.parts.pictures, decoded: broken, cleaned: broken, templates: broken },
    }
    const job = await finished(generatePayload(await uploaded('ALL THE SAME')), config(), using)
    expect(job.state).toBe('DONE')
    expect(broken.counters()).toMatchObject({ failures: 2, hits: 0, entries: 0 })
  })

  it('fails with words of its own when it takes too long', async () => {
    const hasty = { ...worker.parts, config: { ...config(), queue: { ...config().queue, job_timeout_seconds: 0.001 } } }
    const job = await finished(generatePayload(await uploaded('TOO SLOW')), config(), hasty)
    expect(job).toMatchObject({ state: 'FAILED', problem: { code: 'JOB_TIMEOUT' } })
  })
})

describe('analyze', () => {
  it('finds the words, shows them before the rest is done, and keeps the picture with and without them', async () => {
    const upload = await uploaded('LOOK AT THIS')
    const { job } = await requestJob(
      { kind: 'ANALYZE', source: { sha256: upload.sha256, uploadId: upload.id }, recognise: true },
      config(),
    )
    const early = new Promise<unknown>((resolve) => {
      const off = jobEvents().watch(job.id, async () => {
        const row = await findJob(job.id)
        if (!row?.analysis || row.state === 'DONE') return
        off()
        resolve(row.analysis)
      })
    })
    await runJob(job.id, 'test-worker', worker.parts)
    expect(await early).toMatchObject({ cleanedPicture: null, regions: [{ id: '0' }] })
    const done = await findJob(job.id)
    const analysis = done!.analysis as unknown as import('#core/analysis').Analysis
    expect(analysis).toMatchObject({
      uploadId: upload.id,
      width: 640,
      height: 480,
      willRemoveText: true,
      animated: false,
    })
    expect(analysis.regions[0]!.text.toUpperCase()).toContain('LOOK AT THIS')
    expect(await fileSize('images', analysis.picture!.file)).toBeGreaterThan(0)
    expect(await fileSize('images', analysis.cleanedPicture!.file)).toBeGreaterThan(0)
  })

  it('an equal request later is answered without a job: for its address, and for whoever uploads the same picture', async () => {
    const picture = await uploaded('LOOK ONCE')
    const bytes = await getBytes('sources', picture.sha256)
    const of = (source: AnalyzePayload['source']): AnalyzePayload => ({ kind: 'ANALYZE', source, recognise: true })
    await atAddress(bytes, async (url) => {
      const found = (await finished(of({ url }))).analysis as unknown as Analysis
      expect(found.willRemoveText).toBe(true)
      expect(await requestJob(of({ url }), config())).toMatchObject({
        joined: false,
        fromFinishedMeme: false,
        fromFinishedAnalysis: true,
        job: { kind: 'ANALYZE', state: 'DONE', fraction: 1, analysis: found },
      })
      const { job } = await requestJob(of({ sha256: picture.sha256, uploadId: picture.id }), config())
      expect(job).toMatchObject({ state: 'DONE', analysis: { ...found, uploadId: picture.id } })
      // Pictures are shown in the quality that is set.
      const { image_processing } = config()
      const settings = { ...config(), image_processing: { ...image_processing, jpeg_quality: 50 } }
      expect((await requestJob(of({ url }), settings)).job.state).toBe('QUEUED')
    })
  })
})

describe('settings change what is done', () => {
  const withSettings = async (changes: (settings: Config) => Config, words = 'SETTINGS TEST') => {
    const settings = changes(config())
    const upload = await uploaded(`${words} ${randomUUID().slice(0, 4)}`)
    return { upload, settings, using: { ...worker.parts, config: settings } }
  }

  /** What is kept of the words that were read on a picture. */
  async function readingRow(sha256: string): Promise<{ readonly days: number } | undefined> {
    await sharedAccess().settled()
    const { engine, version } = worker.parts.reader
    const maxDimension = config().image_processing.max_processing_dimension
    const key = keyOf(readingId({ sha256, engine, version, maxDimension }))
    const [row] = await database().$queryRaw<{ days: number }[]>`
      select extract(epoch from expires_at - now())::float8 / 86400 as days from cache_entry where cache = 'ocr' and key = ${key}`
    return row
  }

  it('ocr.enable_cache: false keeps no reading', async () => {
    const { upload, settings, using } = await withSettings((c) => ({ ...c, ocr: { ...c.ocr, enable_cache: false } }))
    const job = await finished(generatePayload(upload), settings, using)
    expect((await rowsOf(job.id)).find(({ operation }) => operation === 'ocr')!.cacheHit).toBeNull()
    expect(await readingRow(upload.sha256)).toBeUndefined()
  })

  it('ocr.cache_expiry_days says when a reading expires', async () => {
    const { upload, settings, using } = await withSettings((c) => ({ ...c, ocr: { ...c.ocr, cache_expiry_days: 2 } }))
    await finished(generatePayload(upload), settings, using)
    const { days } = (await readingRow(upload.sha256))!
    expect(days).toBeCloseTo(2, 1)
  })

  it('cache.enable_meme_cache: false makes the same meme again', async () => {
    const { upload, settings, using } = await withSettings((c) => ({
      ...c,
      cache: { ...c.cache, enable_meme_cache: false },
    }))
    for (const _ of [1, 2]) {
      const job = await finished(generatePayload(upload), settings, using)
      expect((await rowsOf(job.id)).map(({ operation }) => operation)).toContain('render')
    }
  })

  it('cache.enable_match_cache: false looks for the template again', async () => {
    const { upload, settings, using } = await withSettings((c) => ({
      ...c,
      cache: { ...c.cache, enable_match_cache: false },
    }))
    for (const captions of [['one'], ['two']]) {
      const job = await finished(generatePayload(upload, { captions }), settings, using)
      const match = (await rowsOf(job.id)).find(({ operation }) => operation === 'match')!
      expect(match).toMatchObject({ ok: true, cacheHit: null })
    }
  })

  it('ocr.confidence_threshold: what is read with less counts as not found', async () => {
    const { upload, settings, using } = await withSettings((c) => ({
      ...c,
      ocr: { ...c.ocr, confidence_threshold: 1 },
    }))
    expect(reportOf(await finished(generatePayload(upload), settings, using)).textFound).toEqual([])
  })

  it('image_processing.skip_text_removal_threshold: words that cover less stay', async () => {
    const { upload, settings, using } = await withSettings((c) => ({
      ...c,
      image_processing: { ...c.image_processing, skip_text_removal_threshold: 60 },
    }))
    expect(reportOf(await finished(generatePayload(upload), settings, using)).removal.skippedBecause).toMatch(/cover/)
  })

  it('image_processing.max_result_dimension limits the result, max_processing_dimension does not', async () => {
    const { upload, settings, using } = await withSettings((c) => ({
      ...c,
      cache: { ...c.cache },
      image_processing: { ...c.image_processing, max_processing_dimension: 256 },
    }))
    expect((await finished(generatePayload(upload), settings, using)).meme).toMatchObject({ width: 640, height: 480 })
    const small = { ...settings, image_processing: { ...settings.image_processing, max_result_dimension: 320 } }
    const other = await uploaded('SMALLER')
    expect((await finished(generatePayload(other), small, { ...using, config: small })).meme!.width).toBe(320)
  })

  it('monitoring.log_memory_usage: false measures no memory; enable_profiling writes a profile', async () => {
    const { upload, settings, using } = await withSettings((c) => ({
      ...c,
      monitoring: { ...c.monitoring, log_timing: false, log_memory_usage: false, enable_profiling: true },
    }))
    const job = await finished(generatePayload(upload), settings, using)
    expect(job).toMatchObject({ state: 'DONE', problem: null })
    const decode = (await rowsOf(job.id)).find(({ operation }) => operation === 'decode')
    expect(decode).toMatchObject({ rssBeforeBytes: null, rssAfterBytes: null })
    const whole = (await rowsOf(job.id)).find(({ operation }) => operation === 'job')
    expect(whole).toMatchObject({ rssBeforeBytes: null, rssAfterBytes: null })
    const { readFile } = await import('node:fs/promises')
    const { storageDirectory } = await import('#store/files')
    const profile = JSON.parse(await readFile(`${storageDirectory()}/profiles/${job.id}.cpuprofile`, 'utf8'))
    expect(profile.nodes.length).toBeGreaterThan(10)
  })

  it('profiles the next job after somebody asked for it, and no other', async () => {
    const { upload, settings, using } = await withSettings((c) => c)
    await askForProfile('Ada')
    const [asked, next] = [
      await finished(generatePayload(upload, { captions: ['profiled'] }), settings, using),
      await finished(generatePayload(upload, { captions: ['not profiled'] }), settings, using),
    ]
    const { readFile } = await import('node:fs/promises')
    const profile = JSON.parse(await readFile(profileFile(asked.id), 'utf8'))
    expect(profile.nodes.length).toBeGreaterThan(10)
    const [main, ...threads] = await profiledThreads(asked.id)
    expect([main, threads.length > 0]).toEqual(['main', true])
    const texts = await Promise.all(threads.map((thread) => readFile(profileFile(asked.id, thread), 'utf8')))
    // The removal's and the engine's own code: some hundred samples.
    expect(texts.some((text) => text.includes('/workers/'))).toBe(true)
    await expect(readFile(profileFile(next.id))).rejects.toThrow('ENOENT')
  })

  it('image_processing.inpaint_engine and enable_fast_inpaint choose the fill', async () => {
    const files = new Set<string>()
    const models: (string | null)[] = []
    const upload = await uploaded('FILL ME IN')
    for (const [inpaint_engine, enable_fast_inpaint] of [
      ['pyramid', true],
      ['opencv', true],
      ['opencv', false],
    ] as const) {
      const image_processing = { ...config().image_processing, inpaint_engine, enable_fast_inpaint }
      const settings = { ...config(), image_processing, cache: { ...config().cache, enable_image_cache: false } }
      const using = { ...worker.parts, config: settings, pictures: createPictureCache(settings.cache) }
      const job = await finished(generatePayload(upload, { format: 'png' }), settings, using)
      files.add(job.meme!.file)
      models.push((await rowsOf(job.id)).find(({ operation }) => operation === 'remove_text')!.model)
    }
    expect(models).toEqual(['pyramid fast', 'opencv fast', 'opencv careful'])
    expect(files.size).toBeGreaterThanOrEqual(2)
  })

  it('cache.url_result_minutes: an address is not asked again so soon; storage.upload_expiry_hours: what it gave is kept so long', async () => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      const canvas = createCanvas(64, 64)
      response.writeHead(200, { 'content-type': 'image/png' }).end(canvas.toBuffer('image/png'))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    process.env.MEMEZAP_ALLOW_PRIVATE_URLS = '1'
    try {
      const { port } = server.address() as AddressInfo
      const request = (words: string) =>
        generatePayload(
          { sha256: '', id: '' },
          { source: { url: `http://127.0.0.1:${port}/a.png` }, captions: [words] },
        )
      await finished(request('once'))
      expect((await requestJob(request('once'), config())).fromFinishedMeme).toBe(true)
      expect(asked).toBe(1)
      const settings = {
        ...config(),
        cache: { ...config().cache, url_result_minutes: 0 },
        storage: { ...config().storage, upload_expiry_hours: 5 },
      }
      await finished(request('never kept'), settings, { ...worker.parts, config: settings })
      expect((await requestJob(request('never kept'), settings)).fromFinishedMeme).toBe(false)
      const upload = await database().upload.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
      expect(Math.round((upload.expiresAt.getTime() - upload.createdAt.getTime()) / 3_600_000)).toBe(5)
    } finally {
      delete process.env.MEMEZAP_ALLOW_PRIVATE_URLS
      server.close()
    }
  })
})
