import { type EvenGround, evenGround } from '#workers/inpaint/mask/evenGround'
import { inkByColour } from '#workers/inpaint/mask/inkByColour'
import { inkOnEvenGround } from '#workers/inpaint/mask/inkOnEvenGround'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'

/** What to replace in a patch, 1 per pixel, and how. */
export type LineMask =
  | { readonly method: 'flat'; readonly mask: Uint8Array; readonly ground: EvenGround }
  | { readonly method: 'fill' | 'box'; readonly mask: Uint8Array }

/** Finds one line's letters. When they cannot be told from the ground, the whole box is taken: a ghost is worse than a wide fill. */
export function lineMask(patch: LinePatch): LineMask {
  const evenly = evenGround(patch)
  const onGround = evenly && inkOnEvenGround(patch, evenly)
  if (onGround !== null) {
    const { mask, ground, flat } = onGround
    return flat ? { method: 'flat', mask, ground } : { method: 'fill', mask }
  }
  const ink = inkByColour(patch)
  if (ink !== null) return { method: 'fill', mask: ink }
  return { method: 'box', mask: patch.zones.map((z) => (z >= zone.search ? 1 : 0)) }
}
