import type { Bitmap } from '#core/bitmap'
import type { Plane } from '#workers/recognise/plane'
import type { Transform } from '#workers/recognise/transform'

/** Blocks of a picture that come again every `step` pixels, each `size` pixels long, across and down. */
export interface BlockGrid {
  readonly step: number
  readonly size: number
}

/** How many blocks fit into a length. */
const countOf = (length: number, { step, size }: BlockGrid): number =>
  length < size ? 0 : Math.floor((length - size) / step) + 1

/** Where the pixels of blocks that are laid side by side come from. */
const placesOf = (length: number, grid: BlockGrid): Int32Array =>
  Int32Array.from(
    { length: countOf(length, grid) * grid.size },
    (_, at) => Math.floor(at / grid.size) * grid.step + (at % grid.size),
  )

/** Rec. 601 luma of the pixel that begins at `p`, as exact as a plane keeps it. */
const lightAt = (data: Uint8Array, p: number): number =>
  Math.fround(0.299 * data[p]! + 0.587 * data[p + 1]! + 0.114 * data[p + 2]!)

/** The light of a picture's blocks, laid side by side: a tenth of the memory and time of the whole picture's. */
export function lightBlocks({ data, width, height, channels }: Bitmap, grid: BlockGrid): Plane {
  const [columns, rows] = [placesOf(width, grid), placesOf(height, grid)]
  const result = new Float32Array(columns.length * rows.length)
  for (let y = 0, i = 0; y < rows.length; y++) {
    const line = rows[y]! * width
    for (let x = 0; x < columns.length; x++, i++) result[i] = lightAt(data, (line + columns[x]!) * channels)
  }
  return { data: result, width: columns.length, height: rows.length }
}

/**
 * The upload's light at the blocks of a template's picture of `width` by `height` pixels, laid side by side: not a number where the upload does not
 * reach, or is `hidden`.
 */
export function uploadBlocks(
  upload: Bitmap,
  transform: Transform,
  { width, height }: { readonly width: number; readonly height: number },
  hidden: Uint8Array,
  grid: BlockGrid,
): Plane {
  const { data, channels } = upload
  const columns = between(placesOf(width, grid), transform.scaleX, transform.offsetX, upload.width)
  const rows = between(placesOf(height, grid), transform.scaleY, transform.offsetY, upload.height)
  const [across, down] = [columns.first.length, rows.first.length]
  const pitch = upload.width * channels
  const result = new Float32Array(across * down).fill(Number.NaN)
  for (let y = 0; y < down; y++) {
    const top = rows.first[y]!
    if (top < 0) continue
    const fy = rows.share[y]!
    for (let x = 0; x < across; x++) {
      const left = columns.first[x]!
      const at = top * upload.width + left
      if (left < 0 || hidden[at] !== 0) continue
      const fx = columns.share[x]!
      const p = at * channels
      const above = lightAt(data, p) * (1 - fx) + lightAt(data, p + channels) * fx
      const below = lightAt(data, p + pitch) * (1 - fx) + lightAt(data, p + pitch + channels) * fx
      result[y * across + x] = above * (1 - fy) + below * fy
    }
  }
  return { data: result, width: across, height: down }
}

/** The upload's pixel before each place, −1 where it does not reach, and the share of the next one. */
function between(places: Int32Array, scale: number, offset: number, size: number) {
  const first = new Int32Array(places.length)
  const share = new Float64Array(places.length)
  for (let k = 0; k < places.length; k++) {
    const at = scale * (places[k]! + 0.5) + offset - 0.5
    const before = Math.max(0, Math.min(size - 2, Math.floor(at)))
    first[k] = at >= -0.5 && at <= size - 0.5 ? before : -1
    share[k] = Math.max(0, Math.min(1, at - before))
  }
  return { first, share }
}
