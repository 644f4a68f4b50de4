import { describe, expect, it } from 'vitest'
import { createPictureCache, type DecodedPicture } from './pictureCache'

type Settings = Parameters<typeof createPictureCache>[0]

const settings: Settings = {
  enable_image_cache: true,
  image_cache_size: 2,
  enable_template_cache: true,
  template_cache_size: 1,
  memory_idle_minutes: 60,
}
const cacheOf = (changes: Partial<Settings> = {}, now?: () => number) =>
  createPictureCache({ ...settings, ...changes }, now)

/** A decoded picture of 300 KiB. */
const picture = async (): Promise<DecodedPicture> => ({
  bitmap: { data: new Uint8Array(300 * 1024), width: 320, height: 320, channels: 3 },
  frames: 1,
})
const cleaned = async () => ({ bitmap: (await picture()).bitmap, method: 'flat', methods: [] }) as const

/** Asks for pictures one after the other, and says which of them are kept then. */
async function keptOf(kept: ReturnType<typeof cacheOf>['decoded'], ...keys: string[]): Promise<string[]> {
  for (const key of keys) await kept.get(key, picture)
  return keys.filter((key) => kept.peek(key) !== undefined)
}

describe('cache.image_cache_size', () => {
  it('is the MiB of decoded and cleaned pictures, half for each; the oldest leave first', async () => {
    const cache = cacheOf()
    await cache.cleaned.get('x', cleaned)
    expect(await keptOf(cache.decoded, 'a', 'b', 'c', 'd')).toEqual(['b', 'c', 'd'])
    expect(cache.cleaned.peek('x')?.method).toBe('flat')
    expect(cache.decoded.counters()).toMatchObject({ evictions: 1, bytes: 3 * 300 * 1024, maxBytes: 2 ** 20 })
  })
  it('0 keeps nothing', async () => {
    expect(await keptOf(cacheOf({ image_cache_size: 0 }).decoded, 'a')).toEqual([])
  })
})

it('cache.enable_image_cache false keeps neither decoded nor cleaned uploads', async () => {
  const cache = cacheOf({ enable_image_cache: false })
  await cache.cleaned.get('x', cleaned)
  expect(await keptOf(cache.decoded, 'a')).toEqual([])
  expect(cache.cleaned.peek('x')).toBeUndefined()
  expect(await keptOf(cache.templates, 'a')).toEqual(['a'])
})

it('keeps templates’ pictures however many uploads come: cache.template_cache_size', async () => {
  const cache = cacheOf()
  expect(await keptOf(cache.templates, 'a', 'b', 'c', 'd')).toEqual(['b', 'c', 'd'])
  await keptOf(cache.decoded, ...Array.from({ length: 20 }, (_, upload) => `upload ${upload}`))
  expect(cache.templates.peek('d')).toBeDefined()
  expect(await keptOf(cacheOf({ template_cache_size: 0 }).templates, 'a')).toEqual([])
})

it('cache.enable_template_cache false keeps none of them', async () => {
  const cache = cacheOf({ enable_template_cache: false })
  expect(await keptOf(cache.templates, 'a')).toEqual([])
  expect(await keptOf(cache.decoded, 'a')).toEqual(['a'])
})

it('lets go of pictures that nobody asks for: cache.memory_idle_minutes', async () => {
  let nowMs = 1
  const cache = cacheOf({ memory_idle_minutes: 2 }, () => nowMs)
  await keptOf(cache.decoded, 'a')
  nowMs += 119_000
  expect(cache.decoded.counters().entries).toBe(1)
  nowMs += 2_000
  expect(cache.decoded.counters()).toMatchObject({ entries: 0, bytes: 0, evictions: 1 })
})

it('names its three memories', () => {
  expect(cacheOf().reports.map((read) => read().name)).toEqual(['decoded', 'cleaned', 'template_picture'])
})
