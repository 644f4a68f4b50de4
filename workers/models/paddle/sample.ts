import type { Bitmap } from '#core/bitmap'
import { axesOf, type TurnedRect } from '#workers/models/paddle/turnedRect'

/** How a model wants its pixels: `value * scale[channel] + shift[channel]`, channels in this order of the bitmap's. */
export interface Normalization {
  readonly channels: readonly [number, number, number]
  readonly scale: readonly [number, number, number]
  readonly shift: readonly [number, number, number]
}

/**
 * Cuts a turned rectangle out of the picture, straightened and scaled to `width` × `height`, as planes of floats for a
 * model. Bilinear; outside the picture its edge pixels go on. Writes three planes to `target`.
 * @param pitch of the rows in `target`, when they are longer than `width`
 */
export function sampleRect(
  bitmap: Bitmap,
  rect: TurnedRect,
  width: number,
  height: number,
  normalization: Normalization,
  target: Float32Array,
  pitch = width,
): void {
  if (rect.angle === 0) {
    sampleUpright(bitmap, rect, width, height, normalization, target, pitch)
    return
  }
  const { ux, uy } = axesOf(rect.angle)
  const { data, channels } = bitmap
  const [c0, c1, c2] = normalization.channels
  const [s0, s1, s2] = normalization.scale
  const [b0, b1, b2] = normalization.shift
  const plane = pitch * height
  const maxX = bitmap.width - 1
  const maxY = bitmap.height - 1
  const rowPitch = bitmap.width * channels
  const stepU = rect.width / width
  const stepV = rect.height / height
  for (let row = 0; row < height; row++) {
    const v = (row + 0.5) * stepV - rect.height / 2
    // Pixel centres of the picture are at halves.
    const startX = rect.cx - 0.5 - v * uy - (rect.width / 2) * ux
    const startY = rect.cy - 0.5 + v * ux - (rect.width / 2) * uy
    for (let column = 0; column < width; column++) {
      const u = (column + 0.5) * stepU
      const x = Math.min(maxX, Math.max(0, startX + u * ux))
      const y = Math.min(maxY, Math.max(0, startY + u * uy))
      const x0 = x | 0
      const y0 = y | 0
      const fx = x - x0
      const fy = y - y0
      const p = y0 * rowPitch + x0 * channels
      const q = y0 < maxY ? p + rowPitch : p
      const right = x0 < maxX ? channels : 0
      const w11 = fx * fy
      const w10 = fx - w11
      const w01 = fy - w11
      const w00 = 1 - fx - w01
      const at = row * pitch + column
      target[at] =
        (data[p + c0]! * w00 + data[p + right + c0]! * w10 + data[q + c0]! * w01 + data[q + right + c0]! * w11) * s0 +
        b0
      target[at + plane] =
        (data[p + c1]! * w00 + data[p + right + c1]! * w10 + data[q + c1]! * w01 + data[q + right + c1]! * w11) * s1 +
        b1
      target[at + 2 * plane] =
        (data[p + c2]! * w00 + data[p + right + c2]! * w10 + data[q + c2]! * w01 + data[q + right + c2]! * w11) * s2 +
        b2
    }
  }
}

/** The same for a rectangle that is not turned, as a whole picture is: where a column lies is found once, which takes half of the time. */
function sampleUpright(
  { data, channels, width: pictureWidth, height: pictureHeight }: Bitmap,
  rect: TurnedRect,
  width: number,
  height: number,
  normalization: Normalization,
  target: Float32Array,
  pitch: number,
): void {
  const [c0, c1, c2] = normalization.channels
  const [s0, s1, s2] = normalization.scale
  const [b0, b1, b2] = normalization.shift
  const plane = pitch * height
  const rowPitch = pictureWidth * channels
  const columns = between(rect.cx, rect.width, width, pictureWidth)
  const rows = between(rect.cy, rect.height, height, pictureHeight)
  for (let row = 0; row < height; row++) {
    const fy = rows.share[row]!
    const line = rows.first[row]! * rowPitch
    const below = rows.next[row]! * rowPitch
    for (let column = 0, at = row * pitch; column < width; column++, at++) {
      const p = line + columns.first[column]! * channels
      const q = p + below
      const right = columns.next[column]! * channels
      const fx = columns.share[column]!
      const w11 = fx * fy
      const w10 = fx - w11
      const w01 = fy - w11
      const w00 = 1 - fx - w01
      target[at] =
        (data[p + c0]! * w00 + data[p + right + c0]! * w10 + data[q + c0]! * w01 + data[q + right + c0]! * w11) * s0 +
        b0
      target[at + plane] =
        (data[p + c1]! * w00 + data[p + right + c1]! * w10 + data[q + c1]! * w01 + data[q + right + c1]! * w11) * s1 +
        b1
      target[at + 2 * plane] =
        (data[p + c2]! * w00 + data[p + right + c2]! * w10 + data[q + c2]! * w01 + data[q + right + c2]! * w11) * s2 +
        b2
    }
  }
}

/** For each of `count` samples along a side: the pixel before it, how many pixels on the next one is (0 at the edge), and its share. */
function between(centre: number, length: number, count: number, size: number) {
  const first = new Int32Array(count)
  const next = new Uint8Array(count)
  const share = new Float64Array(count)
  for (let k = 0; k < count; k++) {
    const at = Math.min(size - 1, Math.max(0, centre - 0.5 + (k + 0.5) * (length / count) - length / 2))
    first[k] = at | 0
    next[k] = first[k]! < size - 1 ? 1 : 0
    share[k] = at - first[k]!
  }
  return { first, next, share }
}
