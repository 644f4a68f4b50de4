import type { Bitmap } from '#core/bitmap'
import type { Rect } from '#core/fingerprint/contentRectangles'

/** Cells along each side of the grid. */
const cells = 12
const n = cells * cells
/** Length of the vector's part for light, and of the one for colour: colour says less, and filters change it first. */
const lightLength = 0.85
const colourLength = Math.sqrt(1 - lightLength ** 2)
/** Contrast and mean colourfulness, in levels of 255, below which a picture counts as flat, or grey, so that noise is not blown up. */
const leastContrast = 6
const leastColour = 6
/** With less contrast in its quiet places a picture is a drawing on a plain ground, with more it is a scene; between, it may be either. */
const drawingContrast = 10
const sceneContrast = 22

/** What a row of vectors must say to be compared with another: vectors of other names or versions are not alike in any sense. */
export const fingerprintKind = { name: 'scene-grid', version: 1, length: n * 3 } as const

/**
 * What a picture looks like from afar: light and two colour differences in 12×12 cells over `rect`. Light is freed of brightness and contrast,
 * colour of its strength, each by itself, so that a grey copy is as near to its original as it can be. Compared by inner product, at most 1.
 * Noise, size and proportions change it little; a shift or mirroring changes it, so several parts of a picture and its mirror image are
 * compared.
 *
 * Loud places may be words, and are looked away from; but in line drawings there is nothing else to see. Where it is not clear which of
 * both a picture is, there are two fingerprints.
 * @param bitmap small RGB, about 96 to 256 px
 * @param loud from `loudPixels`
 * @param hidden per pixel, not 0: words stand there for certain
 */
export function fingerprints(
  bitmap: Bitmap,
  rect: Rect,
  loud: Uint8Array,
  hidden?: Uint8Array,
): readonly Float32Array[] {
  const either = hidden === undefined ? loud : loud.map((value, i) => value | hidden[i]!)
  const quiet = cellValues(bitmap, rect, either)
  const contrast = lengthOf(quiet.subarray(0, n)) / cells
  const vectors: Float32Array[] = []
  if (contrast >= drawingContrast) vectors.push(normalised(quiet))
  if (contrast <= sceneContrast) vectors.push(normalised(cellValues(bitmap, rect, hidden)))
  return vectors
}

function normalised(vector: Float32Array): Float32Array {
  const light = vector.subarray(0, n)
  // A bright word on a dark scene must not outshout the rest.
  const limit = 2 * Math.max(leastContrast, lengthOf(light) / cells)
  for (let i = 0; i < n; i++) light[i] = Math.max(-limit, Math.min(limit, light[i]!))
  scale(light, lightLength / Math.max(leastContrast * cells, lengthOf(light)))
  const colour = vector.subarray(n)
  scale(colour, colourLength / Math.max(leastColour * cells, lengthOf(colour)))
  return vector
}

/** Light, freed of its mean, and colour differences of the cells. */
function cellValues(bitmap: Bitmap, rect: Rect, hidden?: Uint8Array): Float32Array {
  const colours = cellColours(bitmap, rect, hidden)
  const vector = new Float32Array(fingerprintKind.length)
  let mean = 0
  for (let i = 0; i < n; i++) {
    const [r, g, b] = [colours[i * 3]!, colours[i * 3 + 1]!, colours[i * 3 + 2]!]
    vector[i] = 0.299 * r + 0.587 * g + 0.114 * b
    vector[n + i] = r - g
    vector[2 * n + i] = b - (r + g) / 2
    mean += vector[i]! / n
  }
  for (let i = 0; i < n; i++) vector[i]! -= mean
  return vector
}

/** The fingerprint of the mirror image. */
export function mirrored(vector: Float32Array): Float32Array {
  const result = new Float32Array(vector.length)
  for (let i = 0; i < vector.length; i++) result[i] = vector[i - (i % cells) + cells - 1 - (i % cells)]!
  return result
}

function lengthOf(vector: Float32Array): number {
  let sum = 0
  for (let i = 0; i < vector.length; i++) sum += vector[i]! * vector[i]!
  return Math.sqrt(sum)
}

function scale(vector: Float32Array, factor: number): void {
  for (let i = 0; i < vector.length; i++) vector[i]! *= factor
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
