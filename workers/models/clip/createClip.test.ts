import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import type { Bitmap } from '#core/bitmap'
import type { Config } from '#core/config'
import { type ModelFolder, writeModelFolder } from '#e2e/support/clipModelFolder'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { withTestStore } from '#e2e/support/testStore'
import { sharedAccess } from '#store/cache/sharedCache'
import { config } from '#store/config'
import { database } from '#store/database'
import { startEngine } from '#workers/models/engine'
import type { Clip } from './clip'
import { createClip } from './createClip'
import { modelFile, PREPROCESSOR, TOKENIZER } from './modelFiles'

withTestStore()

// Holds the thread, so that not every test starts one.
const engine = startEngine()
afterAll(() => engine.close())

const MODEL = 'small-clip'

/** A folder for models with a small CLIP in it. */
function modelsFolder(options?: ModelFolder): string {
  const folder = temporaryFolder()
  writeModelFolder(path.join(folder, MODEL), options)
  return folder
}

async function clipIn(
  directory: string,
  vectorDb: Partial<Config['vector_db']> = {},
  clipSettings: Partial<Config['clip']> = {},
) {
  const settings = config()
  const clip: Clip = await createClip({
    ...settings,
    clip: { ...settings.clip, model: MODEL, directory, ...clipSettings },
    vector_db: { ...settings.vector_db, enable_gpu: false, ...vectorDb },
  })
  onTestFinished(() => clip.close())
  return clip
}

/** Coloured stripes, with finer ones inside that a small copy loses. */
function striped(width: number, height: number, seed: number, channels: 3 | 4 = 3): Bitmap {
  const data = new Uint8Array(width * height * channels)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < channels; c++)
        data[(y * width + x) * channels + c] =
          c === 3 ? 255 : 128 + 60 * Math.sin((seed * x) / 90 + c) + 60 * Math.sin(x * 2 + y * seed)
  return { data, width, height, channels }
}

const pictures = Array.from({ length: 9 }, (_, index) => striped(300 + 10 * index, 240, index + 1))
const texts = ['a cat', 'do', 'two dogs that argue about the last slice of pizza', '', '🙂 ñ 漢字', 'cat cat cat']

const difference = (one: Float32Array, other: Float32Array) =>
  one.reduce((most, value, index) => Math.max(most, Math.abs(value - other[index]!)), 0)
const length = (vector: Float32Array) => Math.hypot(...vector)
/** How many vectors are kept for all processes. */
async function kept(): Promise<number> {
  await sharedAccess().settled()
  return (await sharedAccess().tier.size('embedding')).entries
}

async function oneByOne<T>(items: readonly T[], embed: (item: T) => Promise<Float32Array | undefined>) {
  const vectors: Float32Array[] = []
  for (const item of items) vectors.push((await embed(item))!)
  return vectors
}

for (const options of [
  { dtypes: ['fp32'] },
  { dtypes: ['fp32'], attentionMask: true },
  { dtypes: ['int8'] },
  { dtypes: ['fp16'] },
] as const satisfies readonly ModelFolder[]) {
  test(`all at once gives the same vectors as one by one: ${JSON.stringify(options)}`, async () => {
    const clip = await clipIn(modelsFolder({ ...options, seed: 5 }), { cache_size: 0 })
    const alone = {
      images: await oneByOne(pictures, clip.embedImage),
      texts: await oneByOne(texts, clip.embedText),
    }
    await kept()
    await database().$executeRaw`truncate cache_entry`
    const together = {
      images: await Promise.all(pictures.map(clip.embedImage)),
      texts: await Promise.all(texts.map(clip.embedText)),
    }
    for (const kind of ['images', 'texts'] as const)
      for (const [index, vector] of alone[kind].entries()) {
        expect(vector).toHaveLength(512)
        expect(length(vector)).toBeCloseTo(1, 5)
        // Half precision rounds differently in batches of other sizes.
        expect(difference(vector, together[kind][index]!)).toBeLessThan(options.dtypes[0] === 'fp16' ? 2e-3 : 1e-4)
      }
    expect(difference(alone.images[0]!, alone.images[1]!)).toBeGreaterThan(1e-3)
    expect(difference(alone.texts[0]!, alone.texts[1]!)).toBeGreaterThan(1e-3)
  })
}

test('says what runs', async () => {
  const clip = await clipIn(modelsFolder({ dtypes: ['fp32', 'int8'] }))
  expect(clip.available).toBe(true)
  expect(clip.report).toEqual({
    state: 'ready',
    model: MODEL,
    version: expect.stringMatching(/^[0-9a-f]{12}$/),
    vision: { provider: 'cpu', dtype: 'int8', loadMs: expect.any(Number) },
    text: { provider: 'cpu', dtype: 'int8', loadMs: expect.any(Number) },
    notUsed: [],
  })
})

test('enable_gpu: a graphics processor runs it, or the report says why not', async () => {
  const { report } = await clipIn(modelsFolder(), { enable_gpu: true })
  if (report.state !== 'ready') throw new Error(JSON.stringify(report))
  if (report.vision.provider === 'cpu') expect(report.notUsed.join()).toMatch(/cuda.*webgpu/s)
})

test('capitals and spaces make no difference; a long text is cut, not refused', async () => {
  const clip = await clipIn(modelsFolder())
  const vector = await clip.embedText('two cats')
  expect(await clip.embedText('  Two\n CATS ')).toEqual(vector)
  const long = 'x '.repeat(200)
  expect(await clip.embedText(`${long} one end`)).toBeDefined()
  expect(difference((await clip.embedText(`${long} one`))!, (await clip.embedText(`${long} two`))!)).toBeLessThan(1e-6)
})

test('a picture with transparency, one that is tiny and one that is very wide have vectors too', async () => {
  const clip = await clipIn(modelsFolder())
  for (const picture of [striped(50, 60, 1, 4), striped(1, 1, 2), striped(2000, 3, 3)])
    expect(length((await clip.embedImage(picture))!)).toBeCloseTo(1, 5)
})

test('max_image_size decides how much detail is seen', async () => {
  const folder = modelsFolder()
  const large = await clipIn(folder)
  const small = await clipIn(folder, { max_image_size: 16 })
  const vectors = [await large.embedImage(pictures[0]!), await small.embedImage(pictures[0]!)] as const
  expect(difference(vectors[0]!, vectors[1]!)).toBeGreaterThan(1e-3)
  expect(small.report).not.toMatchObject({ version: (large.report as { version: string }).version })
})

test('a vector is made once: memory first, then what all workers share', async () => {
  const folder = modelsFolder({ seed: 11 })
  const before = await kept()
  const clip = await clipIn(folder)
  const [one, same] = await Promise.all([clip.embedImage(pictures[0]!), clip.embedImage(pictures[0]!)])
  expect(same).toBe(one)
  expect(await clip.embedImage(pictures[0]!)).toBe(one)
  expect(await kept()).toBe(before + 1)
  const other = await clipIn(folder)
  const stored = await other.embedImage(pictures[0]!)
  expect(stored).toEqual(one)
  expect(stored).not.toBe(one)
  expect(await kept()).toBe(before + 1)
})

test('vector_db.cache_size is how many stay in memory', async () => {
  const clip = await clipIn(modelsFolder({ seed: 12 }), { cache_size: 1 })
  const first = await clip.embedText('first')
  expect(await clip.embedText('first')).toBe(first)
  await clip.embedText('second')
  expect(await clip.embedText('first')).not.toBe(first)
})

test('clip.image_idle_minutes: the image encoder leaves the memory so soon', async () => {
  const directory = modelsFolder({ seed: 14 })
  const idle = await clipIn(directory, {}, { image_idle_minutes: 1 / 60_000 })
  const stays = await clipIn(directory)
  let width = 400
  const unseen = () => striped(width++, 240, 3)
  for (const clip of [idle, stays]) await clip.embedImage(unseen())
  // Who has let go of the weights looks for them.
  rmSync(path.join(directory, MODEL), { recursive: true })
  const answers = (clip: Clip) => clip.embedImage(unseen()).then(Boolean, () => false)
  await expect.poll(() => answers(idle)).toBe(false)
  expect(await answers(stays)).toBe(true)
})

test('clip.enable_cache: false makes each anew, and keeps none', async () => {
  const before = await kept()
  const clip = await clipIn(modelsFolder({ seed: 13 }), {}, { enable_cache: false })
  const vector = await clip.embedText('again')
  expect(await clip.embedText('again')).not.toBe(vector)
  expect(await kept()).toBe(before)
})

test('other weights never get the vectors of the earlier ones', async () => {
  const folder = modelsFolder({ seed: 21 })
  const before = await clipIn(folder)
  const old = await before.embedImage(pictures[0]!)
  writeModelFolder(path.join(folder, MODEL), { seed: 22 })
  const after = await clipIn(folder)
  expect(after.report).not.toMatchObject({ version: (before.report as { version: string }).version })
  expect(difference((await after.embedImage(pictures[0]!))!, old!)).toBeGreaterThan(1e-2)
})

test('without files it is off, says what is missing and how to get it, and answers undefined', async () => {
  const clip = await clipIn(temporaryFolder())
  expect(clip.available).toBe(false)
  expect(clip.report).toMatchObject({
    state: 'missing',
    missing: ['weights of the image encoder', 'weights of the text encoder', TOKENIZER, PREPROCESSOR],
    how: expect.stringContaining('npm run models'),
  })
  expect(await clip.embedImage(pictures[0]!)).toBeUndefined()
  expect(await clip.embedText('a cat')).toBeUndefined()
})

test('weights in half precision alone are none where half precision is off', async () => {
  const folder = modelsFolder({ dtypes: ['fp16'] })
  expect((await clipIn(folder, { enable_half_precision: false })).report.state).toBe('missing')
  expect((await clipIn(folder)).report).toMatchObject({ state: 'ready', vision: { dtype: 'fp16' } })
})

test.each([
  ['cut off', (file: string) => truncateSync(file, 5000), modelFile('vision', 'fp32')],
  ['no model', (file: string) => writeFileSync(file, 'no model'), modelFile('text', 'fp32')],
  ['no tokenizer', (file: string) => writeFileSync(file, 'no tokenizer'), TOKENIZER],
  ['no preprocessing', (file: string) => writeFileSync(file, '{}'), PREPROCESSOR],
])('a damaged file is named: %s', async (_, damage, name) => {
  const folder = modelsFolder()
  damage(path.join(folder, MODEL, name))
  const clip = await clipIn(folder)
  expect(clip.available).toBe(false)
  expect(clip.report).toMatchObject({ state: 'broken', problem: expect.stringContaining(path.join(MODEL, name)) })
  expect(await clip.embedText('a cat')).toBeUndefined()
})

test('a model whose vectors have another length is refused', async () => {
  const clip = await clipIn(modelsFolder({ embedding: 768 }))
  expect(clip.report).toMatchObject({ state: 'broken', problem: expect.stringContaining('768 numbers where 512') })
})

test('a damaged file is not hidden by another beside it', async () => {
  const folder = modelsFolder({ dtypes: ['fp32', 'int8'] })
  truncateSync(path.join(folder, MODEL, modelFile('vision', 'int8')), 5000)
  expect((await clipIn(folder)).report.state).toBe('broken')
  rmSync(path.join(folder, MODEL, modelFile('vision', 'int8')))
  expect((await clipIn(folder)).report).toMatchObject({ state: 'ready', vision: { dtype: 'fp32' } })
})
