import { connectedAreas } from '#workers/models/paddle/areas'

/** In pixels of the cut; `right` and `bottom` are the last pixels. */
export interface Extent {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Splits the cut's pixels in two colours, which are those of the letters and of what is next to them: two means over the
 * middle strip, where both are sure to be. They start as the darkest and the lightest tenth.
 */
export function twoColours(planes: Float32Array, width: number, height: number, margin: number): Uint8Array {
  const size = width * height
  const first = Math.round(height * 0.35)
  const last = Math.round(height * 0.65)
  let [r, g, b] = [1, 1, 1]
  const along = (at: number) => planes[at]! * r + planes[size + at]! * g + planes[2 * size + at]! * b
  const brightness: number[] = []
  for (let y = first; y < last; y++) for (let x = margin; x < width - margin; x++) brightness.push(along(y * width + x))
  brightness.sort((p, q) => p - q)
  const tenth = (share: number) => brightness[Math.floor(brightness.length * share)] ?? 0
  let cut = (tenth(0.1) + tenth(0.9)) / 2
  for (let round = 0; round < 3; round++) {
    const sums = new Float64Array(8)
    for (let y = first; y < last; y++) {
      for (let x = margin; x < width - margin; x++) {
        const at = y * width + x
        const side = along(at) > cut ? 4 : 0
        sums[side]! += planes[at]!
        sums[side + 1]! += planes[size + at]!
        sums[side + 2]! += planes[2 * size + at]!
        sums[side + 3]! += 1
      }
    }
    const [dark, light] = [sums[3]!, sums[7]!]
    if (dark === 0 || light === 0) break
    const mean = (channel: number) => [sums[channel]! / dark, sums[channel + 4]! / light] as const
    const [red, green, blue] = [mean(0), mean(1), mean(2)]
    r = red[1] - red[0]
    g = green[1] - green[0]
    b = blue[1] - blue[0]
    cut = (r * (red[0] + red[1]) + g * (green[0] + green[1]) + b * (blue[0] + blue[1])) / 2
  }
  const mask = new Uint8Array(size)
  for (let at = 0; at < size; at++) mask[at] = along(at) > cut ? 1 : 0
  return mask
}

/** Letters in a cut, found as areas of one colour. */
export interface Letters {
  /** 1 where there is a letter. */
  readonly ink: Uint8Array
  /** Their value in the mask: 0 dark, 1 light. */
  readonly colour: 0 | 1
  readonly extent: Extent
  /** Share of the cut's columns that they cover. */
  readonly share: number
}

/** The areas of one colour that form letters: they cross the middle and end inside the cut. Null when there is none. */
export function lettersOf(mask: Uint8Array, width: number, height: number, colour: 0 | 1): Letters | null {
  const ink = new Uint8Array(mask.length)
  const columns = new Uint8Array(width)
  let extent: Extent | null = null as Extent | null
  for (const area of connectedAreas(mask, width, height, colour)) {
    if (area.length < 8) continue
    let left = width
    let right = -1
    let top = height
    let bottom = -1
    for (const at of area) {
      const x = at % width
      const y = (at - x) / width
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
    const crosses = top < height * 0.55 && bottom > height * 0.45
    const ends = left > 0 && right < width - 1 && top > 0 && bottom < height - 1
    if (!crosses || !ends) continue
    for (const at of area) ink[at] = 1
    columns.fill(1, left, right + 1)
    extent = {
      left: Math.min(left, extent?.left ?? left),
      right: Math.max(right, extent?.right ?? right),
      top: Math.min(top, extent?.top ?? top),
      bottom: Math.max(bottom, extent?.bottom ?? bottom),
    }
  }
  const share = columns.reduce((sum, column) => sum + column, 0) / width
  return extent === null ? null : { ink, colour, extent, share }
}

/**
 * How many pixels further the letters' surroundings are all of the other colour before the picture begins: their outline.
 * @returns null where it goes on beyond `most`: the ground itself has that colour.
 */
export function outlineOf({ ink, colour }: Letters, mask: Uint8Array, width: number, most: number): number | null {
  let reached = ink
  for (let distance = 1; distance <= most; distance++) {
    const next = reached.slice()
    let ring = 0
    let other = 0
    for (let at = width + 1; at < mask.length - width - 1; at++) {
      if (reached[at] || !(reached[at - 1] || reached[at + 1] || reached[at - width] || reached[at + width])) continue
      next[at] = 1
      ring++
      if (mask[at] !== colour) other++
    }
    if (ring === 0 || other < 0.85 * ring) return distance - 1
    reached = next
  }
  return null
}
