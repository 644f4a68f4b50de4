import type { Evidence } from '#workers/recognise/align/confirm'

/** What a weight of evidence of one kind may say at most, so that no kind decides alone. */
const most = 4

const limited = (value: number): number => Math.max(-most, Math.min(most, value))

/**
 * The logarithm of the odds that template and upload show the same picture. Measured on captioned, cropped, framed, recoloured pictures of
 * 150 templates: corners that agree by chance are 7 at most, blocks a tenth; of the same picture, 20 and a quarter even under words that
 * cover half of it.
 */
export function logOdds({ support, blocks, agreeing, contradicting, overlap, colour, transform }: Evidence): number {
  const corners = limited(0.5 * (support - 9))
  // As if four more blocks disagreed: a share of few blocks says little.
  const share = limited(12 * (agreeing / (blocks + 4) - 0.25))
  // Of true matches a twelfth at most shows something else where no words are, unless somebody pasted it there. Two screenshots of one
  // app share the app and nothing else: a half.
  const contradiction = -20 * Math.max(0, contradicting / Math.max(1, contradicting + agreeing) - 0.15)
  // The same picture in other colours is another template (or a much changed upload: then it is not known for certain).
  const colours = 20 * Math.min(0, colour - 0.8)
  // A small part of the template may be what two templates have in common.
  const part = 20 * Math.min(0, overlap - 0.3)
  // Few pictures are stretched on their way, and by a few percent; more is what a wrong alignment looks like.
  const stretch = Math.abs(Math.log(Math.abs(transform.scaleX / transform.scaleY)))
  const stretched = -60 * Math.max(0, stretch - 0.04)
  return corners + share + contradiction + colours + part + stretched
}

/**
 * Between templates that all fit, the one that fits best: those of one scene differ in fewer blocks, or in colour.
 * Only for comparing, no scale.
 */
export const closeness = ({ blocks, agreeing, overlap, colour, support }: Evidence): number =>
  (agreeing / (blocks + 4)) * Math.max(0, colour) * Math.sqrt(overlap) + support / 1000

/** How likely a match is, 0..1. */
export const confidenceOf = (evidence: Evidence): number => 1 / (1 + Math.exp(-logOdds(evidence)))
