import { type EvenGround, evenGround } from '#workers/inpaint/mask/evenGround'
import { inkByColour } from '#workers/inpaint/mask/inkByColour'
import { inkOnEvenGround } from '#workers/inpaint/mask/inkOnEvenGround'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'

/** What to replace in a patch, 1 per pixel, and how. */
export type LineMask =
  | { readonly method: 'flat'; readonly mask: Uint8Array; readonly ground: EvenGround }
  | { readonly method: 'fill' | 'box'; readonly mask: Uint8Array }

/** Ground rougher than this (mean absolute difference in levels of 255) is filled from around rather than drawn flat. */
const mostRoughness = 3

/** Finds one line's letters. When they cannot be told from the ground, the whole box is taken: a ghost is worse than a wide fill. */
export function lineMask(patch: LinePatch): LineMask {
  const ground = evenGround(patch)
  if (ground !== null) {
    const mask = inkOnEvenGround(patch, ground)
    return ground.roughness <= mostRoughness ? { method: 'flat', mask, ground } : { method: 'fill', mask }
  }
  const ink = inkByColour(patch)
  if (ink !== null) return { method: 'fill', mask: ink }
  return { method: 'box', mask: patch.zones.map((z) => (z >= zone.search ? 1 : 0)) }
}
