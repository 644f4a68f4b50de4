import sharp from 'sharp'
import type { Bitmap } from '#core/bitmap'
import type { Scene } from './scene'

/** A scene as SVG; nothing in it depends on fonts or the machine. */
export const sceneSvg = (scene: Scene, drawing = scene.draw()): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${scene.width}" height="${scene.height}" viewBox="0 0 ${scene.width} ${scene.height}">${drawing}</svg>`

/** Good enough that gradients show no steps, at 20 to 60 kB a picture. */
const webp = { quality: 84, effort: 5, smartSubsample: true }

/** Templates are no larger than what is lettered and shown. */
const longestPx = 1200

/** Draws a scene. */
export const scenePicture = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg), { unlimited: true })
    .flatten()
    .resize({ width: longestPx, height: longestPx, fit: 'inside', withoutEnlargement: true })
    .webp(webp)
    .toBuffer()

/** The pixels of a picture of ours. */
export async function bitmapOf(picture: Buffer): Promise<Bitmap> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return {
    data: new Uint8Array(data.buffer, data.byteOffset, data.length),
    width: info.width,
    height: info.height,
    channels: 3,
  }
}
