import sharp from 'sharp'
import type { Bitmap } from '#core/bitmap'
import { shrink } from '#workers/stages/shrink'

/**
 * The middle square of a picture as CLIP was trained on it: shortest side scaled to `side` (bicubic), the rest cut off.
 * @param maxSide longest side, in pixels, of the copy that is made first (`vector_db.max_image_size`)
 * @returns interleaved RGB, side × side
 */
export async function middleSquare(bitmap: Bitmap, maxSide: number, side: number): Promise<Uint8Array> {
  const { data, width, height, channels } = await shrink(bitmap, maxSide)
  return sharp(data, { raw: { width, height, channels } })
    .resize({ width: side, height: side, fit: 'cover', position: 'centre', kernel: 'cubic' })
    .raw()
    .toBuffer()
}
