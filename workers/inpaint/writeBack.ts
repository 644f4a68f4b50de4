import type { Bitmap } from '#core/bitmap'
import type { WorkRegion } from '#workers/inpaint/workRegion'

/**
 * Writes a region's new pixels into the part it was made of where `mask` is not 0, and nowhere else. A scaled region is
 * interpolated linearly.
 * @returns how many pixels were written
 */
export function writeBack(bitmap: Bitmap, region: WorkRegion, values: Float32Array, mask: Uint8Array): number {
  const { data: target } = bitmap
  const { scale, width, channels } = region
  if (scale === 1 && channels === 3) return writeOpaque(target, values, mask)
  const colour = new Float32Array(channels)
  let written = 0
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue
    const x = i % width
    const y = (i - x) / width
    const left = x * scale
    const top = y * scale
    for (let dy = 0; dy < scale && top + dy < bitmap.height; dy++) {
      for (let dx = 0; dx < scale && left + dx < bitmap.width; dx++) {
        sample(region, values, x + (dx + 0.5) / scale - 0.5, y + (dy + 0.5) / scale - 0.5, colour)
        writePixel(target, ((top + dy) * bitmap.width + left + dx) * channels, colour)
        written++
      }
    }
  }
  return written
}

/** The same for a region in the picture's own size, without transparency. */
function writeOpaque(target: Uint8Array, values: Float32Array, mask: Uint8Array): number {
  let written = 0
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue
    for (let p = i * 3, end = p + 3; p < end; p++) target[p] = Math.min(255, Math.max(0, Math.round(values[p]!)))
    written++
  }
  return written
}

/** The region's colour at a point, `x` and `y` counted from the centre of its first pixel. */
function sample(
  { width, height, channels }: WorkRegion,
  values: Float32Array,
  x: number,
  y: number,
  colour: Float32Array,
): void {
  const x0 = Math.max(0, Math.floor(x))
  const y0 = Math.max(0, Math.floor(y))
  const x1 = Math.min(width - 1, x0 + 1)
  const y1 = Math.min(height - 1, y0 + 1)
  const fx = Math.max(0, x - x0)
  const fy = Math.max(0, y - y0)
  for (let c = 0; c < channels; c++) {
    const above = values[(y0 * width + x0) * channels + c]! * (1 - fx) + values[(y0 * width + x1) * channels + c]! * fx
    const below = values[(y1 * width + x0) * channels + c]! * (1 - fx) + values[(y1 * width + x1) * channels + c]! * fx
    colour[c] = above * (1 - fy) + below * fy
  }
}

/** Undoes the premultiplying and rounds. */
function writePixel(target: Uint8Array, at: number, colour: Float32Array): void {
  const alpha = colour.length === 4 ? Math.round(colour[3]!) : 255
  const factor = alpha > 0 ? 255 / alpha : 0
  for (let c = 0; c < 3; c++) target[at + c] = Math.min(255, Math.max(0, Math.round(colour[c]! * factor)))
  if (colour.length === 4) target[at + 3] = Math.min(255, Math.max(0, alpha))
}
