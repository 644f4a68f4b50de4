import { components } from '#workers/inpaint/mask/components'
import { grown } from '#workers/inpaint/mask/distance'
import { type EvenGround, groundDifference } from '#workers/inpaint/mask/evenGround'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'

/**
 * Everything in the line's box that is not ground, whatever its colours, grown over soft edges and JPEG ringing, with what it
 * encloses (the inside of outlined letters may have the ground's colour, but not quite). Pieces that lie mostly outside (a label's edge) stay.
 * @returns per pixel of the patch: 1 in the mask
 */
export function inkOnEvenGround(patch: LinePatch, ground: EvenGround): Uint8Array {
  const { width, height, zones, frame } = patch
  const tolerance = Math.max(12, 3 * ground.roughness)
  const different = new Uint8Array(zones.length)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (zones[i]! >= zone.ring && groundDifference(patch, ground, x, y) > tolerance) different[i] = 1
    }
  }
  const ink = piecesOfTheLine(patch, different)
  const mask = grown(ink, width, height, Math.max(2, 0.08 * frame.letterHeight))
  fillEnclosed(mask, width, height)
  for (let i = 0; i < mask.length; i++) if (zones[i]! < zone.search) mask[i] = 0
  // A neighbour that is not ink (a label's edge) is not drawn over by the growth.
  for (let i = 0; i < mask.length; i++) if (different[i] === 1 && ink[i] === 0) mask[i] = 0
  return mask
}

function piecesOfTheLine(patch: LinePatch, different: Uint8Array): Uint8Array {
  const { labels, count, area } = components(different, patch.width, patch.height)
  const inBox = new Int32Array(count + 1)
  const inSearch = new Int32Array(count + 1)
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0) continue
    if (patch.zones[i] === zone.box) inBox[labels[i]!]!++
    if (patch.zones[i]! >= zone.search) inSearch[labels[i]!]!++
  }
  const ink = new Uint8Array(different.length)
  for (let i = 0; i < labels.length; i++) {
    const k = labels[i]!
    if (k === 0 || patch.zones[i]! < zone.search) continue
    if (inBox[k]! > 0 && inSearch[k]! * 2 >= area[k]!) ink[i] = 1
  }
  return ink
}

/** Sets what cannot be reached from the rim of the rectangle without crossing the mask. */
export function fillEnclosed(mask: Uint8Array, width: number, height: number): void {
  const outside = new Uint8Array(mask.length)
  const stack = new Int32Array(mask.length)
  let depth = 0
  const visit = (i: number): void => {
    if (mask[i] === 0 && outside[i] === 0) {
      outside[i] = 1
      stack[depth++] = i
    }
  }
  for (let x = 0; x < width; x++) {
    visit(x)
    visit((height - 1) * width + x)
  }
  for (let y = 0; y < height; y++) {
    visit(y * width)
    visit(y * width + width - 1)
  }
  while (depth > 0) {
    const i = stack[--depth]!
    const x = i % width
    if (x > 0) visit(i - 1)
    if (x < width - 1) visit(i + 1)
    if (i >= width) visit(i - width)
    if (i < mask.length - width) visit(i + width)
  }
  for (let i = 0; i < mask.length; i++) if (outside[i] === 0) mask[i] = 1
}
