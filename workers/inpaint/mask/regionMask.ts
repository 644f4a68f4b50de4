import { frameBounds, type LineFrame } from '#workers/inpaint/lineFrame'
import { cutPatch, patchMargin, patchScale } from '#workers/inpaint/mask/cutPatch'
import { groundAt } from '#workers/inpaint/mask/evenGround'
import { lineMask } from '#workers/inpaint/mask/lineMask'
import type { LineMethod } from '#workers/inpaint/types'
import type { WorkRegion } from '#workers/inpaint/workRegion'

/** Per pixel of a region: how it is replaced. */
export const plan = { keep: 0, fill: 1, flat: 2 } as const

/** What is to be done with each pixel of a patch. */
export interface RegionMask {
  /** A value of `plan` per pixel. */
  readonly plan: Uint8Array
  /** RGB of the flat pixels (others are 0), row by row. */
  readonly flat: Uint8Array
  /** One per frame that was given. */
  readonly methods: readonly LineMethod[]
}

/** Masks of all lines of a region. `frames` are in its pixels. */
export function regionMask(region: WorkRegion, frames: readonly LineFrame[]): RegionMask {
  const { width, height } = region
  const result = new Uint8Array(width * height)
  const flat = new Uint8Array(width * height * 3)
  const methods = frames.map((frame, index) => {
    const rectangle = frameBounds(frame, patchMargin(frame), width, height)
    const scale = patchScale(frame)
    const others = frames.filter((_, other) => other !== index)
    const patch = cutPatch(region, rectangle, scale, frame, others)
    const found = lineMask(patch)
    for (let y = rectangle.y0; y < rectangle.y1; y++) {
      const patchY = (y - rectangle.y0 + 0.5) / scale - 0.5
      const row = Math.floor((y - rectangle.y0) / scale) * patch.width
      for (let x = rectangle.x0; x < rectangle.x1; x++) {
        if (found.mask[row + Math.floor((x - rectangle.x0) / scale)] === 0) continue
        const at = y * width + x
        if (found.method === 'flat') {
          result[at] = plan.flat
          const patchX = (x - rectangle.x0 + 0.5) / scale - 0.5
          for (let c = 0; c < 3; c++) {
            flat[at * 3 + c] = Math.min(255, Math.max(0, Math.round(groundAt(found.ground, c, patchX, patchY))))
          }
        } else if (result[at] === plan.keep) result[at] = plan.fill
      }
    }
    return found.method
  })
  return { plan: result, flat, methods }
}
