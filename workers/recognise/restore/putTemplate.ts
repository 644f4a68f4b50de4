import type { Bitmap } from '#core/bitmap'
import { fillHarmonic } from '#workers/inpaint/fill/harmonic'
import { distanceTo, distanceUnit } from '#workers/inpaint/mask/distance'
import type { ComparedPart } from '#workers/recognise/restore/comparedPart'

/** Sweeps of the fill that carries the difference at the rim inwards. */
const sweeps = 12
/** Pixels over which the template fades into the upload. */
const fadePx = 3

/**
 * Puts the template's pixels into the holes of `target` (the bytes of a copy of `upload`). What is left of the difference between both at the rim
 * is carried inwards and taken off (a membrane, as in P. Pérez et al., Poisson image editing, 2003), so there is no seam.
 */
export function putTemplate(target: Uint8Array, upload: Bitmap, part: ComparedPart, hole: Uint8Array): void {
  const { bounds, width, height, known, values, agrees, difference: before } = part
  const difference = Float32Array.from(before)
  const rim = Uint8Array.from(hole, (value, i) => (value === 1 || agrees[i] === 0 ? 1 : 0))
  fillHarmonic({ values: difference, hole: rim, width, height, channels: 3 }, sweeps)
  const distance = distanceTo(hole, width, height)
  for (let i = 0; i < hole.length; i++) {
    const away = distance[i]! / distanceUnit
    if (known[i] === 0 || away >= fadePx) continue
    const share = 1 - away / fadePx
    const p = ((bounds.y0 + Math.floor(i / width)) * upload.width + bounds.x0 + (i % width)) * upload.channels
    for (let c = 0; c < 3; c++) {
      const at = i * 3 + c
      const value = values[at]! + share * difference[at]! + (1 - share) * before[at]!
      target[p + c] = Math.max(0, Math.min(255, Math.round(value)))
    }
  }
}
