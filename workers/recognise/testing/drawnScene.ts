import sharp, { type Sharp } from 'sharp'
import type { Bitmap } from '#core/bitmap'
import { fromPx } from '#core/box'
import type { TextLine } from '#core/text'

/** Numbers 0..1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A picture of a slope of colour with some fifty discs and boxes on it, and a little grain: nothing like any other seed's. */
export function drawnScene(seed: number, width: number, height: number): Bitmap {
  const random = seeded(seed)
  const data = new Uint8Array(width * height * 3)
  const corner = [random() * 180, random() * 180, random() * 180]
  const shapes = Array.from({ length: 50 }, () => ({
    x: random() * width,
    y: random() * height,
    size: (0.02 + 0.09 * random()) * width,
    round: random() < 0.5,
    colour: [random() * 230, random() * 230, random() * 230],
  }))
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) {
      let colour = corner.map((value, c) => value + (c === 0 ? x / width : y / height) * 60)
      for (const shape of shapes) {
        const dx = Math.abs(x - shape.x)
        const dy = Math.abs(y - shape.y)
        if (shape.round ? Math.hypot(dx, dy) < shape.size : Math.max(dx, 1.6 * dy) < shape.size) colour = shape.colour
      }
      for (let c = 0; c < 3; c++) data[p + c] = Math.max(0, Math.min(255, colour[c]! + (random() - 0.5) * 6))
    }
  }
  return { data, width, height, channels: 3 }
}

/** A bitmap as sharp's input. */
export const opened = ({ data, width, height, channels }: Bitmap): Sharp =>
  sharp(data, { raw: { width, height, channels } })

/** What a pipeline makes, as RGB. */
export async function drawn(pipeline: Sharp): Promise<Bitmap> {
  const { data, info } = await pipeline.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 3 }
}

/** As it comes back from a JPEG file. */
export const asJpeg = async (bitmap: Bitmap, quality: number): Promise<Bitmap> =>
  drawn(sharp(await opened(bitmap).jpeg({ quality }).toBuffer()))

interface PlacePx {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Draws a line of outlined strokes, which is what letters are to everything that looks at them here. */
export function withWords(bitmap: Bitmap, { x, y, width, height }: PlacePx): Bitmap {
  const data = Uint8Array.from(bitmap.data)
  const outline = Math.max(1, Math.round(height * 0.07))
  const stroke = Math.max(2, Math.round(height * 0.2))
  const pitch = 2 * stroke + 2 * outline
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = column % pitch
      // Every other stroke has bars across, so that pieces have corners.
      const across = Math.floor(column / pitch) % 2 === 1 && (row < height * 0.3 || row > height * 0.7)
      if (at >= stroke + 2 * outline && !across) continue
      const isRim = row < outline || row >= height - outline || (!across && (at < outline || at >= stroke + outline))
      const p = ((y + row) * bitmap.width + x + column) * 3
      data.fill(isRim ? 0 : 255, p, p + 3)
    }
  }
  return { ...bitmap, data }
}

/** The line as a reader would hand it over. */
export const lineAt = ({ width, height }: Bitmap, place: PlacePx): TextLine => ({
  text: 'WORDS',
  confidence: 1,
  box: fromPx({ xPx: place.x, yPx: place.y, widthPx: place.width, heightPx: place.height, angle: 0 }, width, height),
})
