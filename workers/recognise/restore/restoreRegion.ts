import type { Bitmap } from '#core/bitmap'
import { discard } from '#workers/discard'
import { distanceOutside, type LineFrame } from '#workers/inpaint/lineFrame'
import { distanceTo, grown } from '#workers/inpaint/mask/distance'
import type { Rectangle } from '#workers/inpaint/types'
import { type ComparedPart, comparedPart } from '#workers/recognise/restore/comparedPart'
import type { FittedTemplate } from '#workers/recognise/restore/fittedTemplate'
import type { ColourChange } from '#workers/recognise/restore/matchColours'
import { putTemplate } from '#workers/recognise/restore/putTemplate'

/**
 * `restored`: the template's pixels stand there now. `own`: the words are the template's, nothing was changed. `poor`: what is around the words
 * is not what the template shows there (a label, a bar, another picture), nothing was changed.
 */
export type RegionOutcome = 'restored' | 'own' | 'poor'

/** Of the ring around the words so much must be there and agree. */
const leastRing = 0.25
const leastAgreement = 0.7
/** Words whose pixels agree to this share are on the template itself. */
const ownAgreement = 0.93
/** For alignment and colours, share of a line's height: words with their outline and what compression smeared around them. */
export const wordMargin = 0.25

const marginOf = ({ letterHeight }: LineFrame): number => Math.max(3, 0.18 * letterHeight)
const ringOf = ({ letterHeight }: LineFrame): number => Math.max(4, 0.3 * letterHeight)
/** Strokes may stick out so far from the box that was read. */
const reachOf = ({ letterHeight }: LineFrame): number => Math.max(6, 0.7 * letterHeight)

/** How far a region's work reaches beyond its frames. */
export const regionMargin = (frame: LineFrame): number => reachOf(frame) + 6

/**
 * Puts the template's pixels under the words of one region into `target` (the bytes of a copy of `upload`), without a seam.
 * @param bounds the frames grown by `regionMargin`, cut to the picture
 * @param hidden per pixel of the upload: 1 under any words
 */
export function restoreRegion(
  target: Uint8Array,
  upload: Bitmap,
  frames: readonly LineFrame[],
  bounds: Rectangle,
  fitted: FittedTemplate,
  colours: ColourChange,
  hidden: Uint8Array,
): RegionOutcome {
  const part = comparedPart(upload, bounds, fitted, colours)
  const zones = zonesOf(frames, bounds, part.width, part.height, hidden, upload.width)
  const verdict = judge(zones, part.agrees, part.known)
  if (verdict === 'restored') putTemplate(target, upload, part, holesOf(zones, part))
  discard(zones, part.values, part.difference, part.known, part.agrees)
  return verdict
}

const zone = { outside: 0, near: 1, ring: 2, words: 3 } as const

function zonesOf(
  frames: readonly LineFrame[],
  bounds: Rectangle,
  width: number,
  height: number,
  hidden: Uint8Array,
  uploadWidth: number,
): Uint8Array {
  const zones = new Uint8Array(width * height)
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      let best: number = zone.outside
      let isOwn = false
      for (const frame of frames) {
        const distance = distanceOutside(frame, bounds.x0 + x, bounds.y0 + y)
        const margin = marginOf(frame)
        if (distance <= wordMargin * frame.letterHeight) isOwn = true
        if (distance <= margin) best = zone.words
        else if (distance <= margin + ringOf(frame)) best = Math.max(best, zone.ring)
        else if (distance <= reachOf(frame)) best = Math.max(best, zone.near)
      }
      // Other words' places say nothing about these; the words' own rim may hold strokes, but does not tell what is around.
      const isHidden = hidden[(bounds.y0 + y) * uploadWidth + bounds.x0 + x] !== 0
      if (best !== zone.words && isHidden) best = isOwn ? zone.near : zone.outside
      zones[i] = best
    }
  }
  return zones
}

function judge(zones: Uint8Array, agrees: Uint8Array, known: Uint8Array): RegionOutcome {
  const all = [0, 0, 0, 0]
  const there = [0, 0, 0, 0]
  const same = [0, 0, 0, 0]
  for (let i = 0; i < zones.length; i++) {
    const z = zones[i]!
    all[z]!++
    there[z]! += known[i]!
    same[z]! += agrees[i]!
  }
  if (same[zone.words]! >= ownAgreement * there[zone.words]!) return 'own'
  if (there[zone.ring]! < leastRing * all[zone.ring]!) return 'poor'
  return same[zone.ring]! >= leastAgreement * there[zone.ring]! ? 'restored' : 'poor'
}

/** The words' boxes, and strokes that stick out of them: what differs from the template and hangs together with the boxes. */
function holesOf(zones: Uint8Array, { agrees, known, width, height }: ComparedPart): Uint8Array {
  const strokes = new Uint8Array(zones.length)
  for (let i = 0; i < zones.length; i++) {
    if (known[i] === 1 && (zones[i] === zone.ring || zones[i] === zone.near) && agrees[i] === 0) strokes[i] = 1
  }
  const hole = grown(strokes, width, height, 2)
  const near = distanceTo(
    zones.map((z) => (z === zone.words ? 1 : 0)),
    width,
    height,
  )
  for (let i = 0; i < hole.length; i++) {
    if (zones[i] === zone.words) hole[i] = known[i]!
    else if (zones[i] === zone.outside || known[i] === 0 || near[i]! === 0xffff) hole[i] = 0
  }
  return hole
}
