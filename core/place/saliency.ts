import type { Bitmap } from '../bitmap'
import type { SaliencyGrid } from './types'

/** Cells along the longer side. */
const cells = 24
/** Mean brightness step between neighbours (0..255) that counts as fully busy. */
const busyStep = 36
/** Distance from the picture's mean colour (0..255) that counts as fully distinct. */
const distinctStep = 120

/** Skin in YCbCr, after Chai and Ngan, "Face segmentation using skin-color map" (1999). */
function isSkin(red: number, green: number, blue: number): boolean {
  const cb = 128 - 0.169 * red - 0.331 * green + 0.5 * blue
  const cr = 128 + 0.5 * red - 0.419 * green - 0.081 * blue
  return cb >= 77 && cb <= 127 && cr >= 137 && cr <= 173 && red > 60
}

/**
 * How much each part of a picture draws the eye: density of edges, distinctness of colour and skin, weighed towards the middle,
 * where subjects are. In the manner of Itti, Koch and Niebur (1998), but on absolute scales, so that a busy picture is busy all over.
 * @param bitmap a small copy of the picture (about 96 px; larger works, and takes longer).
 */
export function saliencyGrid(bitmap: Bitmap): SaliencyGrid {
  const { data, width, height, channels } = bitmap
  const cellPx = Math.max(width, height) / cells
  const columns = Math.max(1, Math.round(width / cellPx))
  const rows = Math.max(1, Math.round(height / cellPx))
  const sums = { edge: new Float32Array(columns * rows), skin: new Float32Array(columns * rows) }
  const colors = [new Float32Array(columns * rows), new Float32Array(columns * rows), new Float32Array(columns * rows)]
  const counts = new Float32Array(columns * rows)
  const brightness = (offset: number) => 0.299 * data[offset]! + 0.587 * data[offset + 1]! + 0.114 * data[offset + 2]!
  const means = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    const row = Math.min(rows - 1, Math.floor((y * rows) / height))
    for (let x = 0; x < width; x++) {
      const cell = row * columns + Math.min(columns - 1, Math.floor((x * columns) / width))
      const offset = (y * width + x) * channels
      const here = brightness(offset)
      const right = x + 1 < width ? brightness(offset + channels) : here
      const below = y + 1 < height ? brightness(offset + width * channels) : here
      sums.edge[cell]! += Math.max(Math.abs(right - here), Math.abs(below - here))
      if (isSkin(data[offset]!, data[offset + 1]!, data[offset + 2]!)) sums.skin[cell]! += 1
      for (let channel = 0; channel < 3; channel++) {
        colors[channel]![cell]! += data[offset + channel]!
        means[channel]! += data[offset + channel]! / (width * height)
      }
      counts[cell]! += 1
    }
  }
  const values: number[] = []
  for (let cell = 0; cell < counts.length; cell++) {
    const count = Math.max(1, counts[cell]!)
    const edge = Math.min(1, sums.edge[cell]! / count / busyStep)
    const distance = Math.hypot(...colors.map((sum, channel) => sum[cell]! / count - means[channel]!))
    const distinct = Math.min(1, distance / distinctStep)
    const dx = ((cell % columns) + 0.5) / columns - 0.5
    const dy = (Math.floor(cell / columns) + 0.5) / rows - 0.5
    const centre = Math.exp(-(dx * dx + dy * dy) / 0.125)
    const skin = sums.skin[cell]! / count
    const value = Math.min(
      1,
      (0.55 * edge + 0.2 * distinct + 0.4 * skin * (0.5 + 0.5 * centre)) * (0.7 + 0.3 * centre) + 0.1 * centre,
    )
    values.push(Math.round(value * 100) / 100)
  }
  return { columns, rows, values }
}

/** Mean saliency under a part of the picture, given in fractions 0..1. */
export function meanSaliency(
  grid: SaliencyGrid,
  part: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
): number {
  const firstColumn = Math.max(0, Math.floor(part.left * grid.columns))
  const firstRow = Math.max(0, Math.floor(part.top * grid.rows))
  const endColumn = Math.min(grid.columns, Math.max(firstColumn + 1, Math.ceil(part.right * grid.columns)))
  const endRow = Math.min(grid.rows, Math.max(firstRow + 1, Math.ceil(part.bottom * grid.rows)))
  let sum = 0
  for (let row = firstRow; row < endRow; row++) {
    for (let column = firstColumn; column < endColumn; column++) sum += grid.values[row * grid.columns + column]!
  }
  return sum / Math.max(1, (endColumn - firstColumn) * (endRow - firstRow))
}
