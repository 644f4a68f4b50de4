import { type ColourMode, colourModes, isNear } from '#workers/inpaint/mask/colourModes'
import { distanceUnit, grown } from '#workers/inpaint/mask/distance'
import { fillEnclosed } from '#workers/inpaint/mask/enclosed'
import { pixelsWhere } from '#workers/inpaint/mask/evenGround'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'
import { type Outline, outlineOf } from '#workers/inpaint/mask/outline'
import { type Strokes, strokesOf } from '#workers/inpaint/mask/strokes'

const strokeTolerance = 48
const leastCoverage = 0.55
const leastPurity = 0.35
const leastScore = 0.15

interface Candidate {
  readonly mode: ColourMode
  readonly strokes: Strokes
  readonly outline: Outline
  readonly score: number
}

/**
 * The letters on a rich ground: the colour whose pieces look most like a line's strokes (thin, all along the line, evenly surrounded),
 * the colour that surrounds it when its pieces look like strokes too (fill and outline), and what was measured around them.
 * @returns per pixel of the patch: 1 in the mask; null when no colour looks like letters
 */
export function inkByColour(patch: LinePatch): Uint8Array | null {
  const inBox = pixelsWhere(patch, (z) => z === zone.box)
  const modes = colourModes(patch.rgb, inBox, { most: 6, leastShare: 0.03 })
  const candidates: Candidate[] = []
  for (const mode of modes) {
    const strokes = strokesOf(patch, mode, strokeTolerance)
    if (strokes.coverage < leastCoverage || strokes.purity < leastPurity) continue
    const outline = outlineOf(patch, strokes.mask)
    const score = strokes.coverage * strokes.purity * outline.evenness * Math.min(1, mode.share / 0.12)
    candidates.push({ mode, strokes, outline, score })
  }
  candidates.sort((a, b) => b.score - a.score)
  const [best, ...others] = candidates
  if (best === undefined || best.score < leastScore) return null
  const partner = others.find((other) => surroundEachOther(best, other))
  const mask = partner === undefined ? lettersOf(best) : outlinedLetters(patch, best, partner)
  return grown(mask, patch.width, patch.height, Math.max(1.4, 0.03 * patch.frame.letterHeight)).map((value, i) =>
    patch.zones[i]! >= zone.ring ? value : 0,
  )
}

/** One is the other's fill or outline. */
function surroundEachOther(a: Candidate, b: Candidate): boolean {
  const same = (mode: ColourMode, colour: ColourMode | undefined): boolean =>
    colour !== undefined && isNear(Uint8Array.of(mode.r, mode.g, mode.b), 0, colour, strokeTolerance)
  return same(a.mode, b.outline.colour) && same(b.mode, a.outline.colour)
}

/** The strokes and all up to where the ground begins. */
function lettersOf({ outline }: Candidate): Uint8Array {
  const reach = outline.widthPx * distanceUnit
  return Uint8Array.from(outline.distance, (distance) => (distance <= reach ? 1 : 0))
}

/** Fill and outline together, and the width that was measured around the fill. */
function outlinedLetters(patch: LinePatch, a: Candidate, b: Candidate): Uint8Array {
  const [outline, fill] = enclosedShare(patch, a, b) > enclosedShare(patch, b, a) ? [a, b] : [b, a]
  const mask = lettersOf(fill)
  for (let i = 0; i < mask.length; i++) mask[i]! |= fill.strokes.mask[i]! | outline.strokes.mask[i]!
  return mask
}

/** Share of the inner strokes that the outer ones run around. */
function enclosedShare(patch: LinePatch, outer: Candidate, inner: Candidate): number {
  const area = Uint8Array.from(outer.strokes.mask)
  fillEnclosed(area, patch.width, patch.height)
  let enclosed = 0
  let all = 0
  for (let i = 0; i < area.length; i++) {
    if (inner.strokes.mask[i] === 0) continue
    all++
    if (area[i] === 1) enclosed++
  }
  return enclosed / Math.max(1, all)
}
