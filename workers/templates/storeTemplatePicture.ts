import sharp from 'sharp'
import type { Config } from '#core/config'
import { putBytes } from '#store/files'
import type { NewTemplatePicture } from '#store/templates/saveTemplate'
import type { PixelRoom } from '../pixelGate'
import { decode } from '../stages/decode'
import { storePicture } from '../stages/storePicture'

/** Longest side of the small copy, in pixels: sharp on a gallery's card at twice the density. */
const THUMB_SIDE = 480

/**
 * Stores a template's picture: the bytes as they came (with all frames), the first frame in full size, and a small copy.
 * @param room where it waits for its turn before it is decoded
 * @throws AppError NOT_AN_IMAGE | IMAGE_DAMAGED | TOO_MANY_PIXELS | STORAGE_FULL
 */
export async function storeTemplatePicture(
  style: string,
  bytes: Buffer,
  config: Config,
  room?: Pick<PixelRoom, 'enter'>,
): Promise<NewTemplatePicture> {
  const { bitmap, frames } = await decode(bytes, { ...config.limits, ...config.image_processing }, room)
  const { data, width, height, channels } = bitmap
  const small = await sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  const [source, picture, thumb] = [
    await putBytes('sources', bytes),
    await storePicture(bitmap, 95),
    await putBytes('images', small.data, 'webp'),
  ]
  return {
    style,
    sourceSha256: source.sha256,
    file: picture.file,
    width,
    height,
    thumbFile: thumb.name,
    thumbWidth: small.info.width,
    thumbHeight: small.info.height,
    frames,
  }
}
