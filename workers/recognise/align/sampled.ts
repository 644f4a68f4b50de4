import type { Plane } from '#workers/recognise/plane'
import type { Transform } from '#workers/recognise/transform'

/**
 * The upload as the template's picture would show it: not a number where the upload does not reach, or is `hidden`.
 */
export function uploadOnTemplate(
  upload: Plane,
  transform: Transform,
  width: number,
  height: number,
  hidden?: Uint8Array,
): Plane {
  const result = new Float32Array(width * height)
  const columns = new Int32Array(width)
  const shares = new Float32Array(width)
  for (let x = 0; x < width; x++) {
    const ux = transform.scaleX * (x + 0.5) + transform.offsetX - 0.5
    const inside = ux >= -0.5 && ux <= upload.width - 0.5
    const left = Math.max(0, Math.min(upload.width - 2, Math.floor(ux)))
    columns[x] = inside ? left : -1
    shares[x] = Math.max(0, Math.min(1, ux - left))
  }
  for (let y = 0, i = 0; y < height; y++) {
    const uy = transform.scaleY * (y + 0.5) + transform.offsetY - 0.5
    const inside = uy >= -0.5 && uy <= upload.height - 0.5
    if (!inside) {
      result.fill(Number.NaN, i, i + width)
      i += width
      continue
    }
    const top = Math.max(0, Math.min(upload.height - 2, Math.floor(uy)))
    const fy = Math.max(0, Math.min(1, uy - top))
    for (let x = 0; x < width; x++, i++) {
      const left = columns[x]!
      if (left < 0) {
        result[i] = Number.NaN
        continue
      }
      const p = top * upload.width + left
      if (hidden !== undefined && hidden[p] !== 0) {
        result[i] = Number.NaN
        continue
      }
      const fx = shares[x]!
      const above = upload.data[p]! * (1 - fx) + upload.data[p + 1]! * fx
      const below = upload.data[p + upload.width]! * (1 - fx) + upload.data[p + upload.width + 1]! * fx
      result[i] = above * (1 - fy) + below * fy
    }
  }
  return { data: result, width, height }
}
