/** Distances of `distanceTo` are in thirds of a pixel. */
export const distanceUnit = 3

const far = 0xffff

/**
 * For each pixel, how far the next pixel with `mask` 1 is: the 3-4 chamfer distance (G. Borgefors, 1986), which is within 8 % of
 * the Euclidean one. 65535 where the mask is empty.
 */
export function distanceTo(mask: Uint8Array, width: number, height: number): Uint16Array {
  const distance = new Uint16Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (mask[i] !== 0) continue
      let best = far
      if (x > 0) best = Math.min(best, distance[i - 1]! + 3)
      if (y > 0) {
        best = Math.min(best, distance[i - width]! + 3)
        if (x > 0) best = Math.min(best, distance[i - width - 1]! + 4)
        if (x < width - 1) best = Math.min(best, distance[i - width + 1]! + 4)
      }
      distance[i] = best
    }
  }
  for (let y = height - 1, i = width * height - 1; y >= 0; y--) {
    for (let x = width - 1; x >= 0; x--, i--) {
      let best = distance[i]!
      if (best === 0) continue
      if (x < width - 1) best = Math.min(best, distance[i + 1]! + 3)
      if (y < height - 1) {
        best = Math.min(best, distance[i + width]! + 3)
        if (x < width - 1) best = Math.min(best, distance[i + width + 1]! + 4)
        if (x > 0) best = Math.min(best, distance[i + width - 1]! + 4)
      }
      distance[i] = best
    }
  }
  return distance
}

/** 1 where `distance` is at most `limit` (in its own unit). */
export function within(distance: Uint16Array, limit: number): Uint8Array {
  const result = new Uint8Array(distance.length)
  for (let i = 0; i < result.length; i++) if (distance[i]! <= limit) result[i] = 1
  return result
}

/** `mask` grown by `radius` pixels in all directions. */
export const grown = (mask: Uint8Array, width: number, height: number, radius: number): Uint8Array =>
  within(distanceTo(mask, width, height), radius * distanceUnit)
