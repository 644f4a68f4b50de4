import { agreeOnTransform } from '#workers/recognise/align/agreeOnTransform'
import { compareColours } from '#workers/recognise/align/compareColours'
import { agreeingCorrelation, refineTransform } from '#workers/recognise/align/refineTransform'
import { uploadOnTemplate } from '#workers/recognise/align/sampled'
import type { Features } from '#workers/recognise/features/features'
import { matchFeatures } from '#workers/recognise/features/matchFeatures'
import { luma } from '#workers/recognise/plane'
import type { TemplatePrint } from '#workers/recognise/templatePrint'
import type { Transform } from '#workers/recognise/transform'
import type { UploadProbe } from '#workers/recognise/uploadProbe'

/** How well a template's picture and an upload fit on each other. */
export interface Evidence {
  /** Between the small copies. */
  readonly transform: Transform
  /** Corners that were found again in the right place. */
  readonly support: number
  /** Blocks with something to see, in the template's small copy where the upload shows it and has no words; … */
  readonly blocks: number
  /** … and those of them that look the same. */
  readonly agreeing: number
  /** Share of the template's small copy that the upload shows, 0..1. */
  readonly overlap: number
  /** −1..1: whether colours are the same but for their strength. 1 where there are none to compare. */
  readonly colour: number
}

/** Pairs of corners that may name a transform: in a first comparison, … */
const glancePairs = 150
/** … and in full. */
const fullPairs = 900
/** With less, blocks are not worth comparing: unrelated pictures come to 3 or 4. */
const leastSupport = 5

/** Support of a first comparison, with large patches only, as it is and mirrored. */
export function glance(
  print: TemplatePrint,
  probe: UploadProbe,
): { readonly support: number; readonly flipped: boolean } {
  const supportOf = (features: Features): number =>
    agreeOnTransform(matchFeatures(features, print.features, true), print.features, features, glancePairs)?.support ?? 0
  const upright = supportOf(probe.upright)
  const flipped = supportOf(probe.mirrored)
  return { support: Math.max(upright, flipped), flipped: flipped > upright }
}

/**
 * Aligns a template to an upload by their corners, refines that on the pictures themselves, and says how well they fit.
 * @returns null when hardly any corners agree
 */
export function confirm(print: TemplatePrint, probe: UploadProbe, side: 'upright' | 'mirrored'): Evidence | null {
  const flipped = side === 'mirrored'
  const features = probe[side]
  const agreement = agreeOnTransform(matchFeatures(features, print.features), print.features, features, fullPairs)
  if (agreement === null || agreement.support < leastSupport) return null
  const { transform: upright, support } = agreement
  const start = flipped
    ? { ...upright, scaleX: -upright.scaleX, offsetX: probe.small.width - upright.offsetX }
    : upright
  const { small } = print
  const { transform, blocks } = refineTransform(luma(small), probe.light, start, probe.hidden)
  const agreeing = blocks.filter(({ correlation }) => correlation >= agreeingCorrelation)
  const onTemplate = uploadOnTemplate(probe.light, transform, small.width, small.height)
  let shown = 0
  for (const value of onTemplate.data) if (!Number.isNaN(value)) shown++
  return {
    transform,
    support,
    blocks: blocks.length,
    agreeing: agreeing.length,
    overlap: shown / onTemplate.data.length,
    colour: compareColours(small, probe.small, transform, agreeing),
  }
}
