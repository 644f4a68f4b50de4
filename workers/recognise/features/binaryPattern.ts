import type { Plane } from '#workers/recognise/plane'

/** 32-bit words of one description. */
export const wordsPerFeature = 8
const pairs = wordsPerFeature * 32
/** Half of the described patch's side. */
const reach = 11
/** Distance of a pair's points: near ones tell of details, so that bits depend little on each other. */
const shortest = 3
const longest = 8

/**
 * Pairs of points (x1, y1, x2, y2) about the middle, drawn once from a normal distribution with a fixed seed: changing them
 * changes the meaning of stored features, so `featureKind` must change too.
 */
const pattern: Int8Array = drawPattern()

function drawPattern(): Int8Array {
  let state = 20260
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const points: number[] = []
  while (points.length < pairs * 4) {
    const turn = 2 * Math.PI * uniform()
    const length = shortest + (longest - shortest) * uniform()
    const x = Math.round((2 * uniform() - 1) * reach)
    const y = Math.round((2 * uniform() - 1) * reach)
    const [otherX, otherY] = [Math.round(x + length * Math.cos(turn)), Math.round(y + length * Math.sin(turn))]
    if (Math.hypot(x, y) > reach || Math.hypot(otherX, otherY) > reach) continue
    points.push(x, y, otherX, otherY)
  }
  return Int8Array.from(points)
}

/**
 * Describes the patch around a point by which of two places is brighter, 256 times (BRIEF, M. Calonder et al. 2010): untouched by brightness and
 * contrast. Not turned: memes are upright. With `mirror` the patch is described as the mirror image shows it.
 * @param smooth blurred plane
 */
export function describePatch(
  { data, width, height }: Plane,
  x: number,
  y: number,
  mirror: boolean,
  into: Int32Array,
  at: number,
): void {
  const sign = mirror ? -1 : 1
  const inside = x >= reach && y >= reach && x < width - reach && y < height - reach
  for (let word = 0, p = 0; word < wordsPerFeature; word++) {
    let bits = 0
    for (let bit = 0; bit < 32; bit++, p += 4) {
      let x1 = x + sign * pattern[p]!
      let y1 = y + pattern[p + 1]!
      let x2 = x + sign * pattern[p + 2]!
      let y2 = y + pattern[p + 3]!
      if (!inside) {
        x1 = x1 < 0 ? 0 : x1 >= width ? width - 1 : x1
        x2 = x2 < 0 ? 0 : x2 >= width ? width - 1 : x2
        y1 = y1 < 0 ? 0 : y1 >= height ? height - 1 : y1
        y2 = y2 < 0 ? 0 : y2 >= height ? height - 1 : y2
      }
      if (data[y1 * width + x1]! < data[y2 * width + x2]!) bits |= 1 << bit
    }
    into[at + word] = bits
  }
}
