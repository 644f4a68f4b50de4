import { distanceOutside, frameBounds, type LineFrame, movedFrame } from '#workers/inpaint/lineFrame'
import type { EvenGround } from '#workers/inpaint/mask/evenGround'
import { lineMask } from '#workers/inpaint/mask/lineMask'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'
import type { LineMethod, Rectangle } from '#workers/inpaint/types'
import type { WorkRegion } from '#workers/inpaint/workRegion'

/** Letters are looked for this far outside the box, as a share of the letter height: a reading is a little off at times. */
const searchShare = 0.2
/** Ground is compared up to this far outside the box. */
const ringShare = 0.55

/** How far around a line's frame its patch reaches, in pixels. */
export const patchMargin = (frame: LineFrame): number => Math.ceil(ringShare * frame.letterHeight) + 4

/** Per pixel of a region: how it is replaced. */
export const plan = { keep: 0, fill: 1, flat: 2 } as const

export interface RegionMask {
  /** A value of `plan` per pixel. */
  readonly plan: Uint8Array
  /** RGB of the flat pixels (others are 0), row by row. */
  readonly flat: Uint8Array
  /** One per frame that was given. */
  readonly methods: readonly LineMethod[]
}

/** Masks of all lines of a region. `frames` are in pixels of the scaled picture, like `region.bounds`. */
export function regionMask(region: WorkRegion, frames: readonly LineFrame[]): RegionMask {
  const { width, height, bounds } = region
  const local = frames.map((frame) => movedFrame(frame, bounds.x0, bounds.y0))
  const result = new Uint8Array(width * height)
  const flat = new Uint8Array(width * height * 3)
  const methods = local.map((frame, index) => {
    const rectangle = frameBounds(frame, patchMargin(frame), width, height)
    const patch = cutPatch(
      region,
      rectangle,
      frame,
      local.filter((_, other) => other !== index),
    )
    const found = lineMask(patch)
    for (let i = 0; i < found.mask.length; i++) {
      if (found.mask[i] === 0) continue
      const x = i % patch.width
      const y = (i - x) / patch.width
      const at = (rectangle.y0 + y) * width + rectangle.x0 + x
      if (found.method === 'flat') {
        result[at] = plan.flat
        drawGround(flat, at * 3, found.ground, x, y)
      } else if (result[at] === plan.keep) result[at] = plan.fill
    }
    return found.method
  })
  return { plan: result, flat, methods }
}

function drawGround(flat: Uint8Array, at: number, ground: EvenGround, x: number, y: number): void {
  for (let c = 0; c < 3; c++) {
    const value = ground.colour[c]! + ground.slopeX[c]! * x + ground.slopeY[c]! * y
    flat[at + c] = Math.min(255, Math.max(0, Math.round(value)))
  }
}

function cutPatch(
  region: WorkRegion,
  { x0, y0, x1, y1 }: Rectangle,
  frameInRegion: LineFrame,
  others: readonly LineFrame[],
): LinePatch {
  const width = x1 - x0
  const height = y1 - y0
  const frame = movedFrame(frameInRegion, x0, y0)
  const rgb = new Uint8Array(width * height * 3)
  const zones = new Uint8Array(width * height)
  const search = Math.max(2, searchShare * frame.letterHeight)
  const ring = patchMargin(frame)
  for (let y = 0, i = 0; y < height; y++) {
    const start = ((y0 + y) * region.width + x0) * 3
    rgb.set(region.rgb.subarray(start, start + width * 3), y * width * 3)
    for (let x = 0; x < width; x++, i++) {
      const outside = distanceOutside(frame, x, y)
      zones[i] = outside <= 0 ? zone.box : outside <= search ? zone.search : outside <= ring ? zone.ring : zone.outside
    }
  }
  return { rgb, width, height, frame, zones, foreign: foreignPixels(others, x0, y0, width, height) }
}

/** Where other lines' boxes, a little grown, lie on the patch. */
function foreignPixels(
  others: readonly LineFrame[],
  x0: number,
  y0: number,
  width: number,
  height: number,
): Uint8Array {
  const foreign = new Uint8Array(width * height)
  for (const other of others) {
    const frame = movedFrame(other, x0, y0)
    const margin = 0.08 * frame.letterHeight
    const area = frameBounds(frame, margin, width, height)
    for (let y = area.y0; y < area.y1; y++) {
      for (let x = area.x0; x < area.x1; x++) if (distanceOutside(frame, x, y) <= margin) foreign[y * width + x] = 1
    }
  }
  return foreign
}
