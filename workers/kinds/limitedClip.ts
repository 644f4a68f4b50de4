import type { Clip } from '../models/clip/clip'
import type { Pool } from './pool'

/** CLIP, so many pictures and words at once as the pool lets. */
export const limitedClip = (clip: Clip, pool: Pool): Clip => ({
  ...clip,
  embedImage: (bitmap) => pool.run(() => clip.embedImage(bitmap)),
  embedText: (text) => pool.run(() => clip.embedText(text)),
})
