import sharp from 'sharp'
import type { PictureFile } from '#core/analysis'
import type { Bitmap } from '#core/bitmap'
import { putBytes } from '#store/files'

/** Keeps a decoded picture as people may see it: JPEG, or PNG when it is transparent. */
export async function storePicture(bitmap: Bitmap, quality: number): Promise<PictureFile> {
  const { data, width, height, channels } = bitmap
  const raw = sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
  const encoded = channels === 4 ? raw.png({ compressionLevel: 3 }) : raw.jpeg({ quality })
  const { name } = await putBytes('images', await encoded.toBuffer(), channels === 4 ? 'png' : 'jpg')
  return { file: name, width, height }
}
