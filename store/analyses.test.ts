import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Analysis } from '#core/analysis'
import type { Config } from '#core/config'
import type { AnalyzePayload, Source } from '#core/jobPayload'
import { withTestStore } from '#e2e/support/testStore'
import { keepAnalysis } from './analyses'
import { config } from './config'
import { database } from './database'
import { putBytes, removeFile } from './files'
import { cancelJob } from './jobs/cancelJob'
import { requestJob } from './jobs/requestJob'
import { galleryFor, requestKey } from './jobs/requestKey'
import { cachesOfProcess } from './performance/reportCache'
import { findPictures } from './pictures'
import { saveUpload } from './uploads'

withTestStore()

const of = (source: Source, recognise = true): AnalyzePayload => ({ kind: 'ANALYZE', source, recognise })

/** An upload of its own, and what was found on it. */
async function looked() {
  const upload = await saveUpload(await putBytes('sources', Buffer.from(randomUUID())), 1)
  const source = { sha256: upload.sha256, uploadId: upload.id }
  const pictureOf = async (kind: string) => {
    const { name } = await putBytes('images', Buffer.from(`${kind} of ${upload.id}`), 'jpg')
    return { file: name, width: 2, height: 1 }
  }
  const analysis: Analysis = {
    ...{ uploadId: upload.id, width: 2, height: 1, animated: false, regions: [], willRemoveText: true },
    picture: await pictureOf('picture'),
    cleanedPicture: await pictureOf('cleaned'),
    saliency: { columns: 1, rows: 1, values: [0.5] },
    matches: [],
    cleanTemplate: null,
  }
  return { source, analysis }
}

/** Keeps it as a worker does that was asked for it in this way. */
async function kept({ source, analysis }: Awaited<ReturnType<typeof looked>>, asked: AnalyzePayload, settings: Config) {
  const gallery = await galleryFor(asked)
  const [contentKey, key] = [{ ...asked, source }, asked].map((one) => requestKey(one, settings, gallery))
  const { sha256 } = source
  await keepAnalysis({ analysis, sha256, contentKey: contentKey!, requestKey: key!, madeMs: 250 }, settings)
}

const answered = async (payload: AnalyzePayload, settings = config()) => {
  const { job, fromFinishedAnalysis } = await requestJob(payload, settings)
  if (!fromFinishedAnalysis) await cancelJob(job.id)
  return fromFinishedAnalysis ? job.analysis : undefined
}

test('what was found answers who brings the same picture, with an upload of their own, and counts as a hit', async () => {
  const one = await looked()
  expect(await answered(of(one.source))).toBeUndefined()
  await kept(one, of(one.source), config())
  const counters = () => cachesOfProcess().find(({ name, tier }) => name === 'analysis' && tier === 'postgres')!
  const before = counters()
  const uploadId = randomUUID()
  expect(await answered(of({ ...one.source, uploadId }))).toEqual({ ...one.analysis, uploadId })
  const { hits, savedMs } = counters()
  expect(hits - before.hits).toBe(1)
  expect(savedMs - before.savedMs).toBeGreaterThan(0)
})

test('the picture counts as young again, since a meme may be made of it', async () => {
  const one = await looked()
  await kept(one, of(one.source), config())
  await answered(of(one.source))
  expect((await findPictures([one.source.sha256])).get(one.source.sha256)).toEqual(one.analysis.picture)
})

test.each(['picture', 'cleanedPicture'] as const)('without its %s it is made again', async (which) => {
  const one = await looked()
  await kept(one, of(one.source), config())
  await removeFile('images', one.analysis[which]!.file)
  expect(await answered(of(one.source))).toBeUndefined()
})

test('another wish, other settings and a change of the templates are other requests', async () => {
  const one = await looked()
  await kept(one, of(one.source), config())
  const { image_processing, ocr } = config()
  expect(await answered(of(one.source, false))).toBeUndefined()
  const shown = { ...config(), image_processing: { ...image_processing, jpeg_quality: 50 } }
  expect(await answered(of(one.source), shown)).toBeUndefined()
  expect(await answered(of(one.source), { ...config(), ocr: { ...ocr, engine: 'tesseract' } })).toBeUndefined()
  expect(await answered(of(one.source))).toBeDefined()
  await database().$executeRaw`update template_gallery set revision = revision + 1`
  expect(await answered(of(one.source))).toBeUndefined()
})

test('an address is answered for cache.url_result_minutes, as long as its upload is there', async () => {
  const url = 'https://pictures.example/a.png'
  const minutes = (url_result_minutes: number) => ({ ...config(), cache: { ...config().cache, url_result_minutes } })
  const one = await looked()
  await kept(one, of({ url }), minutes(0))
  expect(await answered(of({ url }))).toBeUndefined()
  expect(await answered(of(one.source))).toEqual(one.analysis)
  await kept(one, of({ url }), minutes(1))
  expect(await answered(of({ url }))).toEqual(one.analysis)
  await database().upload.delete({ where: { id: one.source.uploadId } })
  expect(await answered(of({ url }))).toBeUndefined()
})

test('cache.enable_analysis_cache: false looks again', async () => {
  const one = await looked()
  await kept(one, of(one.source), config())
  const without = { ...config(), cache: { ...config().cache, enable_analysis_cache: false } }
  expect(await answered(of(one.source), without)).toBeUndefined()
})
