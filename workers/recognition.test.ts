import { randomUUID } from 'node:crypto'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Analysis } from '#core/analysis'
import type { Bitmap } from '#core/bitmap'
import type { Config } from '#core/config'
import type { GeneratePayload } from '#core/jobPayload'
import type { MemeReport } from '#core/report'
import { defaultStyle } from '#core/style'
import { generatePayload } from '#e2e/support/generatePayload'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database } from '#store/database'
import { getBytes, putBytes, removeFile } from '#store/files'
import { jobEvents } from '#store/jobEvents'
import { findJob } from '#store/jobs/findJob'
import { requestJob } from '#store/jobs/requestJob'
import { saveTemplate } from '#store/templates/saveTemplate'
import type { StoredTemplate } from '#store/templates/template'
import { saveUpload } from '#store/uploads'
import { drawMemeWords } from './lettering/memeWords.testing'
import type { Parts } from './parts'
import { withParts } from './parts.testing'
import { drawn, drawnScene, opened } from './recognise/testing/drawnScene'
import { runJob } from './runJob'
import { decode } from './stages/decode'
import { describeTemplates } from './templates/describeTemplates'
import { storeTemplatePicture } from './templates/storeTemplatePicture'

withTestStore()

const worker = withParts()

const [width, height] = [640, 480]
const scene = drawnScene(71, width, height)
/** Where the old words stand: clear of the template's boxes. */
const oldPlace = { x: 60, y: 180, width: 520, height: 110 }
const boxes = [0.02, 0.8].map((y, index) => ({
  box: { x: 0.05, y, width: 0.9, height: 0.18, angle: 0 },
  style: { ...defaultStyle, color: '#ff8800', align: 'left' as const },
  example: `example ${index + 1}`,
}))

/** The picture with outlined words on it. */
function captioned(bitmap: Bitmap, words: string, y = 250, x = bitmap.width / 2, size = 72): Bitmap {
  const canvas = createCanvas(bitmap.width, bitmap.height)
  const context = canvas.getContext('2d')
  const pixels = context.createImageData(bitmap.width, bitmap.height)
  for (let i = 0; i < bitmap.width * bitmap.height; i++) {
    pixels.data.set([...bitmap.data.subarray(i * 3, i * 3 + 3), 255], i * 4)
  }
  context.putImageData(pixels, 0, 0)
  drawMemeWords(context, words, { x, y, sizePx: size })
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
  const rgb = Uint8Array.from(
    { length: bitmap.width * bitmap.height * 3 },
    (_, i) => data[Math.floor(i / 3) * 4 + (i % 3)]!,
  )
  return { ...bitmap, data: rgb }
}

async function uploaded(bitmap: Bitmap) {
  return saveUpload(await putBytes('sources', await opened(bitmap).png().toBuffer()), 24)
}

async function known(picture = scene, state: 'published' | 'retired' = 'published'): Promise<StoredTemplate> {
  const template = await saveTemplate({
    words: {
      slug: `scene-${randomUUID()}`,
      name: 'The Scene',
      aliases: [],
      keywords: [],
      description: 'Discs and boxes.',
      boxes,
      source: 'own',
      licence: 'MIT',
    },
    state,
    pictures: [await storeTemplatePicture('default', await opened(picture).png().toBuffer(), config())],
    actor: 'test',
    action: 'create',
  })
  while ((await describeTemplates(worker.parts)) > 0);
  return template
}

async function retire(template: StoredTemplate): Promise<void> {
  await database().template.update({ where: { id: template.id }, data: { state: 'RETIRED' } })
}

async function asked(
  upload: { sha256: string; id: string },
  changes: Partial<GeneratePayload> = {},
  using = worker.parts,
) {
  const source = { sha256: upload.sha256, uploadId: upload.id }
  const payload = generatePayload(source, ['NEW', 'WORDS'], { format: 'png', ...changes })
  const ticket = await requestJob(payload, using.config)
  await runJob(ticket.job.id, 'test-worker', using)
  return { ...(await findJob(ticket.job.id))!, fromFinishedMeme: ticket.fromFinishedMeme }
}

/** A meme that was made, its report and its pixels. */
async function made(
  upload: { sha256: string; id: string },
  changes: Partial<GeneratePayload> = {},
  using = worker.parts,
) {
  const job = await asked(upload, changes, using)
  expect(job.problem).toBeNull()
  const bytes = await getBytes('images', job.meme!.file)
  const { bitmap } = await decode(bytes, { ...config().limits, ...config().image_processing })
  return { job, bytes, bitmap, report: job.meme!.report as unknown as MemeReport }
}

const rowsOf = (jobId: string) => database().stageRow.findMany({ where: { jobId }, orderBy: { id: 'asc' } })

/** Root of the mean squared difference in a rectangle, levels of 255. */
function differenceIn(one: Bitmap, other: Bitmap, place: typeof oldPlace): number {
  let sum = 0
  for (let y = place.y; y < place.y + place.height; y++) {
    for (let x = place.x; x < place.x + place.width; x++) {
      for (let c = 0; c < 3; c++) {
        const difference =
          one.data[(y * one.width + x) * one.channels + c]! - other.data[(y * other.width + x) * other.channels + c]!
        sum += difference ** 2
      }
    }
  }
  return Math.sqrt(sum / (place.width * place.height * 3))
}

describe('a recognised upload', () => {
  let template: StoredTemplate
  beforeAll(async () => {
    template = await known()
  })
  afterAll(() => retire(template))

  it('gets back what was under its words, and new words in the template’s boxes', async () => {
    const upload = await uploaded(captioned(scene, 'THE OLD WORDS'))
    const { bitmap, report, job } = await made(upload)
    expect(differenceIn(bitmap, scene, oldPlace)).toBeLessThan(4)
    expect(report.matches).toMatchObject([
      {
        templateId: template.id,
        name: 'The Scene',
        style: 'default',
        recognised: true,
        flipped: false,
        boxesLeftOut: 0,
      },
    ])
    expect(report.recognition).toEqual({
      use: 'RESTORE',
      templateId: template.id,
      name: 'The Scene',
      places: 'TEMPLATE_BOXES',
      regionsRestored: 1,
      regionsInpainted: 0,
      regionsOfTemplate: 0,
    })
    expect(report.removal).toEqual({ regionsRemoved: 1, method: 'restore', skippedBecause: null })
    expect(report.placement).toBe('template')
    expect((await rowsOf(job.id)).find(({ operation }) => operation === 'match')).toMatchObject({
      ok: true,
      cacheHit: false,
      device: 'cpu',
      model: expect.stringMatching(/\d/),
    })
    // Each in its box, on its left side, in the box's colour.
    const orange = (x: number, y: number) => {
      const p = (y * width + x) * bitmap.channels
      return bitmap.data[p]! > 240 && Math.abs(bitmap.data[p + 1]! - 0x88) < 12 && bitmap.data[p + 2]! < 20
    }
    const columns = (top: number) =>
      Array.from({ length: width }, (_, x) => x).filter((x) =>
        Array.from({ length: 86 }, (_, y) => y + top).some((y) => orange(x, y)),
      )
    for (const top of [10, 384]) {
      expect(columns(top).length).toBeGreaterThan(10)
      expect(columns(top)[0]).toBeLessThan(0.05 * width + 20)
    }
  })

  it('counts as a use of the template, and is aligned once', async () => {
    const uses = async () => (await database().template.findUniqueOrThrow({ where: { id: template.id } })).uses
    const before = await uses()
    const upload = await uploaded(captioned(scene, 'COUNT ME'))
    await made(upload)
    const { job } = await made(upload, { captions: ['OTHER'] })
    expect(await uses()).toBe(before + 2)
    const hits = (await rowsOf(job.id)).filter(({ cacheHit }) => cacheHit).map(({ operation }) => operation)
    expect(hits).toEqual(['decode', 'ocr', 'match', 'remove_text', 'job'])
  })

  it('gets its words without being changed when it has none', async () => {
    const { bitmap, report } = await made(await uploaded(scene))
    expect(report).toMatchObject({
      placement: 'template',
      removal: { method: 'none' },
      recognition: { places: 'TEMPLATE_BOXES' },
    })
    expect(differenceIn(bitmap, scene, oldPlace)).toBe(0)
  })

  it('has the boxes where they lie on a mirrored, cropped picture', async () => {
    const crop = { left: 40, top: 0, width: 560, height: 440 }
    const upload = await uploaded(captioned(await drawn(opened(scene).flop().extract(crop)), 'MIRRORED'))
    const { report } = await made(upload)
    const [match] = report.matches!
    expect(match).toMatchObject({ recognised: true, flipped: true, boxesLeftOut: 0 })
    const [top, bottom] = match!.boxes.map(({ box }) => box)
    expect(top!.x).toBeCloseTo(0, 1)
    expect(top!.width).toBeCloseTo(1, 1)
    expect(bottom!.y).toBeCloseTo((0.8 * height) / crop.height, 2)
    expect(bottom!.y + bottom!.height).toBeCloseTo(1, 2)
    expect(match!.boxes[0]!.style.align).toBe('right')
    expect(report.recognition).toMatchObject({ regionsRestored: 1 })
  })

  it('has the surroundings continued where it is not the template, as on a label', async () => {
    const data = Uint8Array.from(scene.data)
    for (let y = 170; y < 300; y++) data.fill(250, (y * width + 100) * 3, (y * width + 540) * 3)
    const upload = await uploaded(captioned({ ...scene, data }, 'ON A LABEL', 260, 320, 60))
    const { report } = await made(upload)
    expect(report.recognition).toMatchObject({ regionsRestored: 0, regionsInpainted: 1 })
    expect(['flat', 'inpaint']).toContain(report.removal.method)
  })

  it('puts words where the old ones stood when asked, or when only there is room for all', async () => {
    const upload = await uploaded(captioned(scene, 'OLD PLACES'))
    const { report, bitmap } = await made(upload, { places: 'OLD_PLACES', captions: ['HERE'] })
    expect(report).toMatchObject({ placement: 'replaced', recognition: { places: 'OLD_PLACES', regionsRestored: 1 } })
    expect(differenceIn(bitmap, scene, { ...oldPlace, y: 0, height: 90 })).toBe(0)
    expect(differenceIn(bitmap, scene, oldPlace)).toBeGreaterThan(20)
    const replaced = await made(upload, { mode: 'REPLACE_TEXT', captions: ['HERE'] })
    expect(replaced.report).toMatchObject({ placement: 'replaced', recognition: { places: 'OLD_PLACES' } })
    const bar = await made(upload, { mode: 'CAPTION_BAR', captions: ['HERE'] })
    expect(bar.report).toMatchObject({ placement: 'bar', recognition: { places: null, regionsRestored: 0 } })
  })

  it('has room for more captions than boxes where old words stood, and else says that there is none', async () => {
    const captions = ['1', '2', '3']
    const { report } = await made(await uploaded(captioned(scene, 'THREE NOW')), { captions })
    expect(report).toMatchObject({ placement: 'replaced', recognition: { places: 'OLD_PLACES' } })
    expect(await asked(await uploaded(scene), { captions })).toMatchObject({
      state: 'FAILED',
      problem: { code: 'TOO_MANY_CAPTIONS', details: { max: 2 } },
    })
  })

  it('keeps words that somebody wants, and does not cover them', async () => {
    const both = captioned(captioned(scene, 'STAYS HERE', 80), 'GOES AWAY', 300)
    const { bitmap, report } = await made(await uploaded(both), { keepRegions: ['0'], captions: ['BELOW'] })
    expect(report.recognition).toMatchObject({ places: 'TEMPLATE_BOXES', regionsRestored: 1 })
    expect(differenceIn(bitmap, both, { x: 0, y: 0, width, height: 110 })).toBe(0)
    expect(differenceIn(bitmap, scene, { x: 0, y: 215, width, height: 110 })).toBeLessThan(4)
    expect(differenceIn(bitmap, scene, { x: 0, y: 390, width, height: 80 })).toBeGreaterThan(10)
  })

  it('gives its place to the clean template when asked', async () => {
    const small = await drawn(opened(captioned(scene, 'SWAP ME')).resize(400, 300))
    const { bitmap, report } = await made(await uploaded(small), { recognition: 'CLEAN_TEMPLATE' })
    expect([bitmap.width, bitmap.height]).toEqual([width, height])
    expect(differenceIn(bitmap, scene, oldPlace)).toBe(0)
    expect(report).toMatchObject({
      placement: 'template',
      removal: { regionsRemoved: 0, method: 'none' },
      recognition: { use: 'CLEAN_TEMPLATE', places: 'TEMPLATE_BOXES' },
    })
    const bar = await made(await uploaded(small), {
      recognition: 'CLEAN_TEMPLATE',
      mode: 'CAPTION_BAR',
      captions: ['UP'],
    })
    expect(bar.bitmap.height).toBeGreaterThan(height)
    expect(bar.report).toMatchObject({ placement: 'bar', recognition: { use: 'CLEAN_TEMPLATE', places: null } })
  })

  it('is any picture when recognition is ignored', async () => {
    const upload = await uploaded(captioned(scene, 'IGNORE IT'))
    const ignoring = await made(upload, { recognition: 'IGNORE', captions: ['NEW'] })
    expect(ignoring.report).toMatchObject({
      matches: [],
      recognition: null,
      placement: 'replaced',
      removal: { method: 'inpaint' },
    })
    expect((await rowsOf(ignoring.job.id)).map(({ operation }) => operation)).not.toContain('match')
    await retire(template)
    const before = await made(upload, { captions: ['NEW'] })
    expect(before.bytes.equals(ignoring.bytes)).toBe(true)
    await database().template.update({ where: { id: template.id }, data: { state: 'PUBLISHED' } })
  })

  it('vector_db.similarity_threshold says from which confidence it counts', async () => {
    const upload = await uploaded(captioned(scene, 'HOW SURE'))
    const withThreshold = (similarity_threshold: number): Parts => {
      const settings: Config = { ...config(), vector_db: { ...config().vector_db, similarity_threshold } }
      return { ...worker.parts, config: settings }
    }
    const { report } = await made(upload, {}, withThreshold(0.5))
    const { confidence } = report.matches![0]!
    expect(report.recognition).not.toBeNull()
    const strict = await made(upload, { captions: ['NEW'] }, withThreshold((1 + confidence) / 2))
    expect(strict.report).toMatchObject({
      matches: [{ confidence, recognised: false }],
      recognition: null,
      placement: 'replaced',
    })
  })

  it('is restored by inpainting when the template’s file has gone', async () => {
    const other = drawnScene(72, width, height)
    const broken = await known(other)
    await removeFile('sources', broken.pictures[0]!.sourceSha256)
    const { report } = await made(await uploaded(captioned(other, 'NO FILE')))
    expect(report.recognition).toMatchObject({ templateId: broken.id, regionsRestored: 0, regionsInpainted: 1 })
    await retire(broken)
  })
})

describe('the template’s own words', () => {
  it('stay, and are no places for new ones', async () => {
    const worded = captioned(drawnScene(73, width, height), 'ROAD SIGN', 120, 320, 56)
    const template = await known(worded)
    const upload = await uploaded(captioned(worded, 'OLD CAPTION', 330))
    const { bitmap, report } = await made(upload, { places: 'OLD_PLACES', captions: ['NEW'] })
    expect(report.textFound).toHaveLength(2)
    expect(report.recognition).toMatchObject({ regionsRestored: 1, regionsInpainted: 0, regionsOfTemplate: 1 })
    expect(report.removal.regionsRemoved).toBe(1)
    expect(differenceIn(bitmap, worded, { x: 0, y: 40, width, height: 100 })).toBe(0)
    await retire(template)
  })
})

describe('templates that come and go', () => {
  const picture = drawnScene(74, width, height)

  it('a new template is found by an equal request; a retired one is not', async () => {
    const upload = await uploaded(captioned(picture, 'BEFORE AND AFTER'))
    const before = await made(upload, { captions: ['NEW'] })
    expect(before.report).toMatchObject({ matches: [], recognition: null })
    expect((await asked(upload, { captions: ['NEW'] })).fromFinishedMeme).toBe(true)
    const template = await known(picture)
    const after = await made(upload, { captions: ['NEW'] })
    expect(after.job.fromFinishedMeme).toBe(false)
    expect(after.report.recognition).toMatchObject({ templateId: template.id })
    await retire(template)
    const again = await made(upload, { captions: ['AGAIN'] })
    expect(again.report).toMatchObject({ matches: [], recognition: null })
  })

  it('a picture that shows none of them is counted for the curators', async () => {
    const upload = await uploaded(captioned(drawnScene(75, width, height), 'UNKNOWN'))
    await made(upload)
    const [row] = await database().$queryRaw<{ count: bigint }[]>`
      select count(*) from unmatched_upload where sha256 = ${upload.sha256}`
    expect(Number(row!.count)).toBe(1)
  })
})

describe('analysis', () => {
  it('tells matches before the pictures, and all that the preview needs', async () => {
    const template = await known()
    const upload = await uploaded(captioned(scene, 'LOOK AT THIS'))
    const source = { sha256: upload.sha256, uploadId: upload.id }
    const { job } = await requestJob({ kind: 'ANALYZE', source, recognise: true }, config())
    const seen: Analysis[] = []
    const all = new Promise<void>((resolve) => {
      const off = jobEvents().watch(job.id, async () => {
        const row = await findJob(job.id)
        if (row?.analysis) seen.push(row.analysis as unknown as Analysis)
        if (row?.state !== 'DONE') return
        off()
        resolve()
      })
    })
    await runJob(job.id, 'test-worker', worker.parts)
    await all
    // What was read and what was recognised come side by side: either may be first.
    expect(seen[0]).toMatchObject({ regions: [{ id: '0' }], picture: null, cleanTemplate: null })
    expect(seen.some(({ matches, picture }) => matches?.length === 1 && picture === null)).toBe(true)
    const analysis = seen.at(-1)!
    const cleaned = await decode(await getBytes('images', analysis.cleanedPicture!.file), {
      ...config().limits,
      ...config().image_processing,
    })
    expect(differenceIn(cleaned.bitmap, scene, oldPlace)).toBeLessThan(8)
    expect(analysis).toMatchObject({
      willRemoveText: true,
      matches: [{ templateId: template.id, recognised: true }],
      cleanTemplate: { templateId: template.id, pictureId: template.pictures[0]!.id, boxes },
    })
    for (const { background } of [...analysis.matches![0]!.boxes, ...analysis.cleanTemplate!.boxes])
      expect(background).toMatchObject({ color: expect.stringMatching(/^#/), surface: null })
    expect(analysis.regions[0]!.lines.map(({ ofTemplate }) => ofTemplate)).toEqual([false])

    const plain = await requestJob({ kind: 'ANALYZE', source, recognise: false }, config())
    await runJob(plain.job.id, 'test-worker', worker.parts)
    expect((await findJob(plain.job.id))!.analysis).toMatchObject({ matches: [], cleanTemplate: null })
    await retire(template)
  })
})
