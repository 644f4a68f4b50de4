import sharp from 'sharp'
import type { Bitmap } from '#core/bitmap'
import type { Transform } from '#workers/recognise/transform'

/** A template's picture brought to the upload's size and side, so that what is left of the transform is nearly a shift. */
export interface FittedTemplate {
  /** RGB. */
  readonly bitmap: Bitmap
  /** From `bitmap` to the upload; scales are positive and about 1. */
  readonly transform: Transform
}

/** Resizes with a filter (so that shrinking does not alias) and mirrors where the upload does. */
export async function fittedTemplate(template: Bitmap, transform: Transform): Promise<FittedTemplate> {
  const { width, height, channels, data } = template
  const flipped = transform.scaleX < 0
  const fittedWidth = Math.max(1, Math.round(width * Math.abs(transform.scaleX)))
  const fittedHeight = Math.max(1, Math.round(height * transform.scaleY))
  const result = await sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .flatten({ background: '#ffffff' })
    .flop(flipped)
    .resize(fittedWidth, fittedHeight, { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer()
  return {
    bitmap: { data: result, width: fittedWidth, height: fittedHeight, channels: 3 },
    transform: {
      scaleX: (Math.abs(transform.scaleX) * width) / fittedWidth,
      // The mirrored picture's left edge is the template's right one.
      offsetX: transform.offsetX + (flipped ? transform.scaleX * width : 0),
      scaleY: (transform.scaleY * height) / fittedHeight,
      offsetY: transform.offsetY,
    },
  }
}
