import { columnsOf } from '#workers/inpaint/mask/alongLine'
import { type ColourMode, colourModes, isNear } from '#workers/inpaint/mask/colourModes'
import { distanceTo, distanceUnit, grown, within } from '#workers/inpaint/mask/distance'
import { pixelsWhere } from '#workers/inpaint/mask/evenGround'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'
import { type Outline, outlineOf } from '#workers/inpaint/mask/outline'
import { type Strokes, strokesOf } from '#workers/inpaint/mask/strokes'
import { thinParts } from '#workers/inpaint/mask/thinParts'

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
  const modes = colourModes(patch.rgb, inBox, { most: 5, leastShare: 0.04 })
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
  const mask = partner === undefined ? lettersOf(patch, best) : outlinedLetters(patch, best, partner)
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

/** The strokes, and all around them up to where the ground begins. */
function lettersOf(patch: LinePatch, { mode, strokes, outline }: Candidate): Uint8Array {
  const thin = thinParts(patch, mode, strokeTolerance, strokes.mask)
  const more = distanceTo(thin, patch.width, patch.height)
  const reach = outline.widthPx * distanceUnit
  const mask = within(outline.distance, reach)
  for (let i = 0; i < mask.length; i++) if (more[i]! <= reach) mask[i] = 1
  return mask
}

/** Fill and outline together, and the width that was measured around the fill. */
function outlinedLetters(patch: LinePatch, a: Candidate, b: Candidate): Uint8Array {
  const [outline, fill] = reachesFurther(patch, a.strokes.mask, b.strokes.mask) ? [a, b] : [b, a]
  const mask = lettersOf(patch, fill)
  // Where the ground has the outline's colour too, its pieces run into the ground: only what is near the fill is outline.
  const { distance, widthPx } = fill.outline
  const reach = (1.5 * widthPx + 1) * distanceUnit
  for (let i = 0; i < mask.length; i++) {
    if (outline.strokes.mask[i] === 1 && distance[i]! <= reach) mask[i] = 1
  }
  return mask
}

/** Whether `a` goes higher and lower than `b` in more places along the line: an outline does, around its fill. */
function reachesFurther({ frame, width }: LinePatch, a: Uint8Array, b: Uint8Array): boolean {
  const columns = columnsOf(frame, 0.25 * frame.letterHeight)
  const empty = Number.POSITIVE_INFINITY
  const extents = [a, b].map((mask) => {
    const top = new Float64Array(columns.count).fill(empty)
    const bottom = new Float64Array(columns.count).fill(-empty)
    for (let i = 0; i < mask.length; i++) {
      if (mask[i] === 0) continue
      const x = i % width
      const y = (i - x) / width
      const across = y * frame.cos - x * frame.sin
      const column = columns.at(x, y)
      top[column] = Math.min(top[column]!, across)
      bottom[column] = Math.max(bottom[column]!, across)
    }
    return { top, bottom }
  })
  const [ofA, ofB] = extents as [(typeof extents)[0], (typeof extents)[0]]
  let votes = 0
  for (let column = 0; column < columns.count; column++) {
    if (ofA.top[column] === empty || ofB.top[column] === empty) continue
    votes += Math.sign(ofB.top[column]! - ofA.top[column]!) + Math.sign(ofA.bottom[column]! - ofB.bottom[column]!)
  }
  return votes > 0
}
