import { distanceOutside, frameBounds, type LineFrame, movedFrame, shrunkFrame } from '#workers/inpaint/lineFrame'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'
import type { Rectangle } from '#workers/inpaint/types'
import type { WorkRegion } from '#workers/inpaint/workRegion'

/** Letters are looked for this far outside the box, as a share of the letter height: a reading is a little off at times. */
const searchShare = 0.2
/** Ground is compared up to this far outside the box. */
const ringShare = 0.55
/** Letters at least twice this high are looked at smaller: their strokes are wide enough, and the time goes with the area. */
const enoughHeightPx = 26

/** How far around a line's frame its patch reaches, in pixels. */
export const patchMargin = (frame: LineFrame): number => Math.ceil(ringShare * frame.letterHeight) + 4

/** How many of the region's pixels one pixel of the line's patch stands for, along each side. */
export const patchScale = (frame: LineFrame): number => Math.max(1, Math.floor(frame.letterHeight / enoughHeightPx))

/**
 * Copies the rectangle (in pixels of the region, like the frames) out of the region, `scale` times smaller, each pixel the mean of those it
 * stands for; what is missing at the right and lower rim is repeated.
 */
export function cutPatch(
  region: WorkRegion,
  { x0, y0, x1, y1 }: Rectangle,
  scale: number,
  frameInRegion: LineFrame,
  others: readonly LineFrame[],
): LinePatch {
  const width = Math.ceil((x1 - x0) / scale)
  const height = Math.ceil((y1 - y0) / scale)
  const place = (frame: LineFrame): LineFrame => shrunkFrame(movedFrame(frame, x0, y0), scale)
  const frame = place(frameInRegion)
  const zones = new Uint8Array(width * height)
  const search = Math.max(2, searchShare * frame.letterHeight)
  const ring = patchMargin(frame)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const outside = distanceOutside(frame, x, y)
      zones[i] = outside <= 0 ? zone.box : outside <= search ? zone.search : outside <= ring ? zone.ring : zone.outside
    }
  }
  return {
    rgb: averaged(region, x0, y0, width, height, scale),
    width,
    height,
    frame,
    zones,
    foreign: foreignPixels(others.map(place), width, height),
    pictureScale: scale * region.scale,
  }
}

function averaged(
  region: WorkRegion,
  x0: number,
  y0: number,
  width: number,
  height: number,
  scale: number,
): Uint8Array {
  const rgb = new Uint8Array(width * height * 3)
  if (scale === 1) {
    for (let y = 0; y < height; y++) {
      const start = ((y0 + y) * region.width + x0) * 3
      rgb.set(region.rgb.subarray(start, start + width * 3), y * width * 3)
    }
    return rgb
  }
  const half = (scale * scale) / 2
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 3) {
      let r = half
      let g = half
      let b = half
      for (let dy = 0; dy < scale; dy++) {
        const row = Math.min(region.height - 1, y0 + y * scale + dy) * region.width
        for (let dx = 0; dx < scale; dx++) {
          const s = (row + Math.min(region.width - 1, x0 + x * scale + dx)) * 3
          r += region.rgb[s]!
          g += region.rgb[s + 1]!
          b += region.rgb[s + 2]!
        }
      }
      rgb[p] = r / (scale * scale)
      rgb[p + 1] = g / (scale * scale)
      rgb[p + 2] = b / (scale * scale)
    }
  }
  return rgb
}

/** Where other lines' boxes, a little grown, lie on the patch. */
function foreignPixels(others: readonly LineFrame[], width: number, height: number): Uint8Array {
  const foreign = new Uint8Array(width * height)
  for (const frame of others) {
    const margin = 0.08 * frame.letterHeight
    const area = frameBounds(frame, margin, width, height)
    for (let y = area.y0; y < area.y1; y++) {
      for (let x = area.x0; x < area.x1; x++) if (distanceOutside(frame, x, y) <= margin) foreign[y * width + x] = 1
    }
  }
  return foreign
}
