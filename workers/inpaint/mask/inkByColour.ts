import { type ColourMode, colourModes } from '#workers/inpaint/mask/colourModes'
import { distanceUnit } from '#workers/inpaint/mask/distance'
import { pixelsWhere } from '#workers/inpaint/mask/evenGround'
import { type LinePatch, zone } from '#workers/inpaint/mask/linePatch'
import { type Outline, outlineOf } from '#workers/inpaint/mask/outline'
import { type Strokes, strokesOf } from '#workers/inpaint/mask/strokes'

const strokeTolerance = 48
const leastCoverage = 0.55
const leastPurity = 0.35

interface Candidate {
  readonly mode: ColourMode
  readonly strokes: Strokes
  readonly outline: Outline
  readonly score: number
}

/**
 * The letters on a rich ground: the colour whose pieces look most like a line's strokes (thin, all along the line, evenly surrounded), the
 * other colours' pieces that lie right beside them (outline inside out, two-coloured letters), and the outline measured around them.
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
  const [best] = candidates
  if (best === undefined || best.score < 0.15) return null
  return maskAround(patch, best)
}

function maskAround(patch: LinePatch, { outline }: Candidate): Uint8Array {
  const { zones, frame } = patch
  const reach = (outline.widthPx + Math.max(1.4, 0.03 * frame.letterHeight)) * distanceUnit
  const mask = new Uint8Array(zones.length)
  for (let i = 0; i < mask.length; i++) {
    if (zones[i]! >= zone.search && outline.distance[i]! <= reach) mask[i] = 1
  }
  return mask
}
