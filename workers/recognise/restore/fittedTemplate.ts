import sharp from 'sharp'
import type { Bitmap } from '#core/bitmap'
import { templateAt } from '#workers/recognise/restore/templateAt'
import type { Transform } from '#workers/recognise/transform'

/** A template's picture brought to the upload's size and side, so that what is left of the transform is nearly a shift. */
export interface FittedTemplate {
  /** RGB. */
  readonly bitmap: Bitmap
  /** From `bitmap` to the upload; scales are positive and about 1. */
  readonly transform: Transform
}

/** Scales between these are left to the reading of single pixels. */
const [nearlyOneFrom, nearlyOneTo] = [0.9, 1.1] as const

/** Resizes and mirrors. Shrinking is filtered, so that it does not alias. */
export async function fittedTemplate(template: Bitmap, transform: Transform): Promise<FittedTemplate> {
  const { width, height, channels, data } = template
  const flipped = transform.scaleX < 0
  const scaleX = Math.abs(transform.scaleX)
  const { scaleY } = transform
  const larger = Math.max(scaleX, scaleY)
  const resize = larger < nearlyOneFrom || larger > nearlyOneTo
  const fittedWidth = resize ? Math.max(1, Math.round(width * scaleX)) : width
  const fittedHeight = resize ? Math.max(1, Math.round(height * scaleY)) : height
  const size = { width: fittedWidth, height: fittedHeight }
  const shrinks = resize && larger < 1
  // As it is: a copy by libvips took as long as the refinement.
  const pixels =
    channels === 3 && !flipped && !shrinks ? data : await drawn(template, flipped, shrinks ? size : undefined)
  const bitmap: Bitmap =
    resize && larger > 1
      ? enlarged({ data: pixels, width, height, channels: 3 }, size)
      : { data: pixels, ...size, channels: 3 }
  return {
    bitmap,
    transform: {
      scaleX: (scaleX * width) / fittedWidth,
      // The mirrored picture's left edge is the template's right one.
      offsetX: transform.offsetX + (flipped ? transform.scaleX * width : 0),
      scaleY: (scaleY * height) / fittedHeight,
      offsetY: transform.offsetY,
    },
  }
}

/** Opaque, mirrored and shrunk as wanted. */
function drawn(
  { data, width, height, channels }: Bitmap,
  flipped: boolean,
  size: { readonly width: number; readonly height: number } | undefined,
): Promise<Buffer> {
  const pipeline = sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .flatten({ background: '#ffffff' })
    .flop(flipped)
  if (size) pipeline.resize({ ...size, fit: 'fill', kernel: 'lanczos3' })
  return pipeline.raw().toBuffer()
}

/** Not by sharp, which shifts what it enlarges by up to half a pixel (libvips 8.18: 1/scale − ½ pixels of the original). */
function enlarged(bitmap: Bitmap, { width, height }: { readonly width: number; readonly height: number }): Bitmap {
  const transform = { scaleX: width / bitmap.width, scaleY: height / bitmap.height, offsetX: 0, offsetY: 0 }
  const { values } = templateAt({ bitmap, transform }, { x0: 0, y0: 0, x1: width, y1: height })
  return { data: Uint8Array.from(Uint8ClampedArray.from(values)), width, height, channels: 3 }
}
