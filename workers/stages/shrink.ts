import sharp from 'sharp'
import type { Bitmap } from '#core/bitmap'

/** A copy for analysis: RGB on white, longest side at most `maxSide` pixels. An opaque picture that is small enough is returned as it is. */
export async function shrink(bitmap: Bitmap, maxSide: number): Promise<Bitmap> {
  const { data, width, height, channels } = bitmap
  if (channels === 3 && Math.max(width, height) <= maxSide) return bitmap
  const { data: small, info } = await sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .flatten({ background: '#ffffff' })
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true, kernel: 'lanczos2' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: small, width: info.width, height: info.height, channels: 3 }
}
