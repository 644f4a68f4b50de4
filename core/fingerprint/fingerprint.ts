import type { Bitmap } from '#core/bitmap'
import type { Rect } from '#core/fingerprint/contentRectangles'

/** Cells along each side of the grid. */
const cells = 12
/** Colour says less than light, and is the first thing that filters change. */
const colourWeight = 0.6
/** Contrast, in levels of 255, below which a picture counts as flat, so that noise is not blown up. */
const leastContrast = 8

/** What a row of vectors must say to be compared with another: vectors of other names or versions are not alike in any sense. */
export const fingerprintKind = { name: 'scene-grid', version: 1, length: cells * cells * 3 } as const

/**
 * What a picture looks like from afar: light and two colour differences in 12×12 cells over `rect`, freed of brightness and contrast, unit
 * length. Compared by cosine. Words, noise, size and proportions change it little; a shift or mirroring changes it, so several parts of a
 * picture and its mirror image are compared.
 * @param bitmap small RGB, about 96 to 256 px
 * @param hidden per pixel, not 0: words stand there, look away. Cells that are hidden take the mean of their neighbours.
 */
export function fingerprint(bitmap: Bitmap, rect: Rect, hidden?: Uint8Array): Float32Array {
  const colours = cellColours(bitmap, rect, hidden)
  const vector = new Float32Array(fingerprintKind.length)
  const n = cells * cells
  for (let i = 0; i < n; i++) {
    const [r, g, b] = [colours[i * 3]!, colours[i * 3 + 1]!, colours[i * 3 + 2]!]
    vector[i] = 0.299 * r + 0.587 * g + 0.114 * b
    vector[n + i] = (r - g) * colourWeight
    vector[2 * n + i] = (b - (r + g) / 2) * colourWeight
  }
  const light = vector.subarray(0, n)
  const mean = light.reduce((sum, value) => sum + value, 0) / n
  let variance = 0
  for (let i = 0; i < n; i++) {
    light[i]! -= mean
    variance += light[i]! ** 2 / n
  }
  const contrast = Math.max(leastContrast, Math.sqrt(variance))
  // A bright word on a dark scene must not outshout the rest.
  for (let i = 0; i < vector.length; i++) vector[i] = Math.max(-2, Math.min(2, vector[i]! / contrast))
  return toUnit(vector)
}

/** The fingerprint of the mirror image. */
export function mirrored(vector: Float32Array): Float32Array {
  const result = new Float32Array(vector.length)
  for (let i = 0; i < vector.length; i++) result[i] = vector[i - (i % cells) + cells - 1 - (i % cells)]!
  return result
}

export function toUnit(vector: Float32Array): Float32Array {
  let sum = 0
  for (const value of vector) sum += value * value
  const factor = sum > 0 ? 1 / Math.sqrt(sum) : 0
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor
  return vector
}

/** Mean colour per cell. */
function cellColours({ data, width }: Bitmap, rect: Rect, hidden?: Uint8Array): Float32Array {
  const sums = new Float32Array(cells * cells * 3)
  const counts = new Float32Array(cells * cells)
  const spanX = rect.right - rect.left
  const spanY = rect.bottom - rect.top
  const columns = Int32Array.from({ length: spanX }, (_, x) => Math.floor((x * cells) / spanX))
  for (let y = 0; y < spanY; y++) {
    const row = Math.floor((y * cells) / spanY) * cells
    for (let x = 0; x < spanX; x++) {
      const i = (rect.top + y) * width + rect.left + x
      if (hidden !== undefined && hidden[i] !== 0) continue
      const cell = row + columns[x]!
      counts[cell]!++
      for (let c = 0; c < 3; c++) sums[cell * 3 + c]! += data[i * 3 + c]!
    }
  }
  const least = (0.15 * spanX * spanY) / (cells * cells)
  for (let cell = 0; cell < counts.length; cell++) {
    const known = counts[cell]! > least
    for (let c = 0; c < 3; c++) sums[cell * 3 + c] = known ? sums[cell * 3 + c]! / counts[cell]! : 0
    counts[cell] = known ? 1 : 0
  }
  fillHidden(sums, counts)
  return sums
}

/** Gives cells without colour the mean of those around them, from the rim inwards. */
function fillHidden(colours: Float32Array, known: Float32Array): void {
  for (let round = 0; round < cells && known.includes(0) && known.includes(1); round++) {
    const before = Float32Array.from(known)
    for (let cell = 0; cell < known.length; cell++) {
      if (before[cell] !== 0) continue
      const x = cell % cells
      const around = [cell - cells, cell + cells, x > 0 ? cell - 1 : -1, x < cells - 1 ? cell + 1 : -1].filter(
        (other) => before[other] === 1,
      )
      if (around.length === 0) continue
      for (let c = 0; c < 3; c++) {
        colours[cell * 3 + c] = around.reduce((sum, other) => sum + colours[other * 3 + c]!, 0) / around.length
      }
      known[cell] = 1
    }
  }
}
