import type { Plane } from '#workers/recognise/plane'

/** One block of a template's picture, compared with what the upload shows there. */
export interface BlockResult {
  /** Middle of the block, in the template's pixels. */
  readonly x: number
  readonly y: number
  /** Normalised cross-correlation at the best shift, −1..1. */
  readonly correlation: number
  /** How far the upload's block lies off, in the template's pixels. */
  readonly shiftX: number
  readonly shiftY: number
}

/** Standard deviation in levels of 255 from which a block has something to compare. */
const leastTexture = 5

/**
 * Compares two aligned pictures block by block, each block at shifts of up to `reach` pixels, refined to fractions by a parabola through
 * the neighbours of the best. Blocks without texture, and those where the upload is unknown (NaN), are left out.
 */
export function compareBlocks(
  template: Plane,
  upload: Plane,
  { size, step = size, reach }: { readonly size: number; readonly step?: number; readonly reach: number },
): readonly BlockResult[] {
  const { width, height } = template
  const results: BlockResult[] = []
  const side = 2 * reach + 1
  const scores = new Float64Array(side * side)
  for (let top = reach; top + size + reach <= height; top += step) {
    for (let left = reach; left + size + reach <= width; left += step) {
      const texture = textureOf(template, left, top, size)
      if (texture.deviation < leastTexture) continue
      let best = 0
      let known = true
      for (let k = 0; k < scores.length && known; k++) {
        const dx = (k % side) - reach
        const dy = Math.floor(k / side) - reach
        scores[k] = correlation(template, upload, left, top, dx, dy, size, texture)
        known = !Number.isNaN(scores[k]!)
        if (scores[k]! > scores[best]!) best = k
      }
      if (!known) continue
      const bx = best % side
      const by = Math.floor(best / side)
      results.push({
        x: left + size / 2,
        y: top + size / 2,
        correlation: scores[best]!,
        shiftX:
          bx - reach + (bx > 0 && bx < side - 1 ? vertex(scores[best - 1]!, scores[best]!, scores[best + 1]!) : 0),
        shiftY:
          by -
          reach +
          (by > 0 && by < side - 1 ? vertex(scores[best - side]!, scores[best]!, scores[best + side]!) : 0),
      })
    }
  }
  return results
}

/** More texture than compression leaves on flat ground. */
const clearTexture = 14

/** The middle of a block, in the template's pixels. */
export interface BlockPlace {
  readonly x: number
  readonly y: number
}

/** Blocks that are flat in the template: those that are flat in the upload, too (nothing to correlate, but colours can be compared), and those that are not. */
export function flatBlocks(
  template: Plane,
  upload: Plane,
  size: number,
): { readonly inBoth: readonly BlockPlace[]; readonly inTemplate: readonly BlockPlace[] } {
  const inBoth: BlockPlace[] = []
  const inTemplate: BlockPlace[] = []
  for (let top = 0; top + size <= template.height; top += size) {
    for (let left = 0; left + size <= template.width; left += size) {
      if (textureOf(template, left, top, size).deviation >= leastTexture) continue
      // Unknown pixels make it NaN, which is neither.
      const { deviation } = textureOf(upload, left, top, size)
      const place = { x: left + size / 2, y: top + size / 2 }
      if (deviation < leastTexture) inBoth.push(place)
      else if (deviation >= clearTexture) inTemplate.push(place)
    }
  }
  return { inBoth, inTemplate }
}

interface Texture {
  readonly mean: number
  readonly deviation: number
}

function textureOf({ data, width }: Plane, left: number, top: number, size: number): Texture {
  let sum = 0
  let squares = 0
  for (let y = top; y < top + size; y++) {
    for (let i = y * width + left, end = i + size; i < end; i++) {
      sum += data[i]!
      squares += data[i]! * data[i]!
    }
  }
  const n = size * size
  return { mean: sum / n, deviation: Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2)) }
}

function correlation(
  template: Plane,
  upload: Plane,
  left: number,
  top: number,
  dx: number,
  dy: number,
  size: number,
  texture: Texture,
): number {
  const { width } = template
  let sum = 0
  let squares = 0
  let product = 0
  for (let y = 0; y < size; y++) {
    let t = (top + y) * width + left
    let u = (top + y + dy) * width + left + dx
    for (let x = 0; x < size; x++, t++, u++) {
      const value = upload.data[u]!
      sum += value
      squares += value * value
      product += value * template.data[t]!
    }
  }
  const n = size * size
  const mean = sum / n
  const own = Math.sqrt(Math.max(0, squares / n - mean * mean))
  // A flat block agrees with nothing.
  return (product / n - mean * texture.mean) / (texture.deviation * Math.max(own, 2))
}

/** Where a parabola through three values has its top, −0.5..0.5 from the middle one. */
function vertex(before: number, middle: number, after: number): number {
  const bend = before - 2 * middle + after
  return bend < -1e-9 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0
}
