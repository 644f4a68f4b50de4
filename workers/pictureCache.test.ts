import { expect, it } from 'vitest'
import type { Config } from '#core/config'
import { createPictureCache } from './pictureCache'

const settings = (changes: Partial<Config['cache']>): Config['cache'] => ({
  enable_font_cache: true,
  font_cache_size: 32,
  enable_image_cache: true,
  image_cache_size: 2,
  enable_meme_cache: true,
  url_result_minutes: 10,
  cleanup_interval_hours: 24,
  ...changes,
})

/** A decoded picture of 300 KiB. */
const picture = () => ({
  bitmap: { data: new Uint8Array(300 * 1024), width: 320, height: 320, channels: 3 as const },
  frames: 1,
})

it('keeps decoded and cleaned pictures up to image_cache_size MiB, half for each, the oldest leave first', () => {
  const cache = createPictureCache(settings({}))
  for (const key of ['a', 'b', 'c', 'd']) cache.decoded.set(key, picture())
  expect(['a', 'b', 'c', 'd'].map((key) => cache.decoded.get(key) !== undefined)).toEqual([false, true, true, true])
  cache.cleaned.set('x', { bitmap: picture().bitmap, method: 'flat', methods: [] })
  expect(cache.cleaned.get('x')?.method).toBe('flat')
  expect(cache.decoded.get('d')).toBeDefined()
})

it('keeps nothing when enable_image_cache is false or the size is 0', () => {
  for (const cache of [
    createPictureCache(settings({ enable_image_cache: false })),
    createPictureCache(settings({ image_cache_size: 0 })),
  ]) {
    cache.decoded.set('a', picture())
    expect(cache.decoded.get('a')).toBeUndefined()
  }
})
