import { beforeAll, describe, expect, it } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { recognise, type TemplateGallery, type TemplateMatch } from '#workers/recognise/recognise'
import { drawnGallery } from '#workers/recognise/testing/drawnGallery'
import { asJpeg, drawn, drawnScene, lineAt, opened, withWords } from '#workers/recognise/testing/drawnScene'

const [width, height] = [480, 360]
const template = drawnScene(3, width, height)
const caption = { x: 40, y: 20, width: 400, height: 40 }
const meme = withWords(withWords(template, caption), { ...caption, y: 300 })
/** What `vector_db.similarity_threshold` is by default. */
const threshold = 0.8

let gallery: TemplateGallery

beforeAll(async () => {
  const others = Array.from({ length: 12 }, (_, k) => [`scene ${k + 10}`, drawnScene(k + 10, width, height)] as const)
  gallery = await drawnGallery(new Map([['the one', template], ...others]))
})

/** Where the upload shows the template's point (x, y), by the match and in truth. */
function expectAt(
  match: TemplateMatch,
  truth: (x: number, y: number) => readonly [number, number],
  tolerancePx: number,
) {
  const { scaleX, scaleY, offsetX, offsetY } = match.transform
  for (const [x, y] of [
    [0.2 * width, 0.2 * height],
    [0.8 * width, 0.3 * height],
    [0.5 * width, 0.8 * height],
  ] as const) {
    const [trueX, trueY] = truth(x, y)
    expect(Math.abs(scaleX * x + offsetX - trueX)).toBeLessThan(tolerancePx)
    expect(Math.abs(scaleY * y + offsetY - trueY)).toBeLessThan(tolerancePx)
  }
}

async function recognised(upload: Bitmap): Promise<TemplateMatch> {
  const [match] = await recognise(upload, [], gallery)
  expect(match?.id).toBe('the one')
  expect(match!.confidence).toBeGreaterThan(threshold)
  expect(match!.flipped).toBe(match!.transform.scaleX < 0)
  return match!
}

describe('recognise', () => {
  it('knows a captioned template, and where it lies', async () => {
    expectAt(await recognised(meme), (x, y) => [x, y], 0.5)
  })

  it('knows it after strong compression', async () => {
    expectAt(await recognised(await asJpeg(meme, 15)), (x, y) => [x, y], 1)
  })

  it('knows it small', async () => {
    const upload = await drawn(opened(meme).resize(200, 150))
    expectAt(await recognised(upload), (x, y) => [(x * 200) / width, (y * 150) / height], 1)
  })

  it('knows it large', async () => {
    const upload = await drawn(opened(meme).resize(1200, 900))
    expectAt(await recognised(upload), (x, y) => [x * 2.5, y * 2.5], 2)
  })

  it('knows a crop', async () => {
    const upload = await drawn(opened(meme).extract({ left: 40, top: 30, width: 410, height: 310 }))
    expectAt(await recognised(upload), (x, y) => [x - 40, y - 30], 1)
  })

  it('knows the mirror image', async () => {
    const match = await recognised(await drawn(opened(meme).flop()))
    expect(match.flipped).toBe(true)
    expectAt(match, (x, y) => [width - x, y], 1)
  })

  it('knows it in other light, with other colours, and in grey', async () => {
    await recognised(await drawn(opened(meme).modulate({ brightness: 0.7, saturation: 1.5 })))
    await recognised(await drawn(opened(meme).modulate({ brightness: 1.2, saturation: 0.5 })))
    await recognised(await drawn(opened(meme).modulate({ saturation: 0 })))
  })

  it('knows it inside of a border', async () => {
    const upload = await drawn(opened(meme).extend({ top: 30, bottom: 30, left: 30, right: 30, background: '#000' }))
    expectAt(await recognised(upload), (x, y) => [x + 30, y + 30], 1)
  })

  it('knows it under a bar with words', async () => {
    const framed = await drawn(opened(template).extend({ top: 110, background: '#fff' }))
    const upload = withWords(framed, { x: 30, y: 30, width: 380, height: 40 })
    expectAt(await recognised(upload), (x, y) => [x, y + 110], 1)
  })

  it('knows it on a screenshot', async () => {
    const frame = { top: 140, bottom: 180, left: 24, right: 24, background: '#111' }
    const framed = await drawn(opened(meme).extend(frame))
    const upload = withWords(withWords(framed, { x: 40, y: 50, width: 150, height: 20 }), {
      x: 30,
      y: 560,
      width: 200,
      height: 24,
    })
    expectAt(await recognised(upload), (x, y) => [x + 24, y + 140], 1.5)
  })

  it('knows it under words across the middle', async () => {
    const places = [120, 175, 230].map((y) => ({ x: 15, y, width: 450, height: 45 }))
    const upload = places.reduce(withWords, template)
    expectAt(await recognised(upload), (x, y) => [x, y], 1)
    const lines = places.map((place) => lineAt(upload, place))
    const [match] = await recognise(upload, lines, gallery)
    expect(match?.id).toBe('the one')
  })

  it('accepts no other picture', async () => {
    for (const seed of [101, 102, 103, 104]) {
      const stranger = withWords(drawnScene(seed, width, height), caption)
      const [match] = await recognise(stranger, [], gallery)
      expect(match?.confidence ?? 0).toBeLessThan(threshold)
    }
  })

  it('accepts no template for an empty picture', async () => {
    const empty: Bitmap = { data: new Uint8Array(300 * 200 * 3).fill(250), width: 300, height: 200, channels: 3 }
    expect(await recognise(empty, [], gallery)).toEqual([])
    const dot: Bitmap = { data: new Uint8Array(3), width: 1, height: 1, channels: 3 }
    expect(await recognise(dot, [], gallery)).toEqual([])
  })

  it('tells templates that are the same but for their colours', async () => {
    const swapped = Uint8Array.from(template.data, (_, i) => template.data[i - (i % 3) + ((i + 1) % 3)]!)
    const pair = await drawnGallery(
      new Map([
        ['first', template],
        ['second', { ...template, data: swapped }],
      ]),
    )
    const [first, other] = await recognise(meme, [], pair)
    expect(first?.id).toBe('first')
    expect(first!.confidence).toBeGreaterThan(threshold)
    expect(other?.confidence ?? 0).toBeLessThan(threshold)
    const [second] = await recognise(withWords({ ...template, data: swapped }, caption), [], pair)
    expect(second?.id).toBe('second')
  })

  it('finds it by its corners where it does not look alike from afar, and the other way round', async () => {
    const part = await drawn(opened(meme).extract({ left: 190, top: 0, width: 290, height: 360 }).flop())
    const byCorners: TemplateGallery = { ...gallery, candidates: async () => [] }
    const [match] = await recognise(part, [], byCorners)
    expect(match).toMatchObject({ id: 'the one', flipped: true })
    expect(match!.confidence).toBeGreaterThan(threshold)
    const fromAfar: TemplateGallery = { ...gallery, sharing: async () => [] }
    const [other] = await recognise(await drawn(opened(meme).flop()), [], fromAfar)
    expect(other).toMatchObject({ id: 'the one', flipped: true })
  })

  it('does not take one screenshot for another of the same app', async () => {
    // Two rows of buttons above and below, none like another; grey, because colours would tell.
    const buttons = Array.from({ length: 24 }, (_, k) => ({
      x: 8 + (k % 6) * 78 + ((k * 7) % 5) * 3,
      y: 12 + Math.floor(k / 6) * 40 + (k < 12 ? 0 : 240),
      width: 28 + ((k * 11) % 7) * 6,
      height: 14 + ((k * 5) % 4) * 5,
    }))
    const screen = async (seed: number): Promise<Bitmap> => {
      const picture = opened(drawnScene(seed, width, 240)).modulate({ saturation: 0 })
      return buttons.reduce(withWords, await drawn(picture.extend({ top: 85, bottom: 85, background: '#ffffff' })))
    }
    const screens = await drawnGallery(new Map([['screen', await screen(40)]]))
    expect((await recognise(await screen(40), [], screens))[0]?.confidence).toBeGreaterThan(threshold)
    expect((await recognise(await screen(41), [], screens))[0]?.confidence ?? 0).toBeLessThan(threshold)
    // … nor where the app cannot be told from the picture.
    const withBusyEdge: Bitmap = await drawn(
      opened(await screen(41)).composite([
        { input: { create: { width: 9, height: 410, channels: 3, background: '#777' } }, left: 0, top: 0 },
      ]),
    )
    expect((await recognise(withBusyEdge, [], screens))[0]?.confidence ?? 0).toBeLessThan(threshold)
  })

  it('goes on when a candidate has gone', async () => {
    const gone: TemplateGallery = { ...gallery, print: async () => undefined }
    expect(await recognise(meme, [], gone)).toEqual([])
  })
})
