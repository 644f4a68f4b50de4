import type { Clip } from '../models/clip/clip'
import type { Pool } from './pool'

/** CLIP, so many pictures and words at once as the pool lets. */
export const limitedClip = (clip: Clip, pool: Pool): Clip => ({
  // Asked each time: a device that fails is left.
  get report() {
    return clip.report
  },
  available: clip.available,
  embedImage: (bitmap) => pool.run(() => clip.embedImage(bitmap)),
  embedText: (text) => pool.run(() => clip.embedText(text)),
  close: () => clip.close(),
})
