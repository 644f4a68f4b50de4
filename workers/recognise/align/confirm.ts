import type { Bitmap } from '#core/bitmap'
import { type Agreement, agreeOnTransform } from '#workers/recognise/align/agreeOnTransform'
import { type BlockPlace, compareBlocks, flatBlocks } from '#workers/recognise/align/compareBlocks'
import { compareColours } from '#workers/recognise/align/compareColours'
import { agreeingCorrelation, refineTransform } from '#workers/recognise/align/refineTransform'
import { matchFeatures } from '#workers/recognise/features/matchFeatures'
import { luma } from '#workers/recognise/plane'
import type { TemplatePrint } from '#workers/recognise/templatePrint'
import type { Transform } from '#workers/recognise/transform'
import type { UploadProbe } from '#workers/recognise/uploadProbe'

/** Whether the upload or its mirror image is compared. */
export type Side = 'upright' | 'mirrored'

/** How well a template's picture and an upload fit on each other. */
export interface Evidence {
  /** Between the small copies. */
  readonly transform: Transform
  /** Corners that were found again in the right place. */
  readonly support: number
  /** Blocks with something to see, in the template's small copy where the upload shows it and has no words; … */
  readonly blocks: number
  /** … those of them that look the same; … */
  readonly agreeing: number
  /** … and those that look like something else, though no words can stand there. */
  readonly contradicting: number
  /** Share of the template's small copy that the upload shows, 0..1. */
  readonly overlap: number
  /** −1..1: whether colours are the same but for their strength. 1 where there are none to compare. */
  readonly colour: number
}

/** Pairs of corners that may name a transform. */
const mostPairs = 400

/** Blocks that correlate less show something else. */
const contradictingCorrelation = 0.5
/** A block with more loud pixels than this may be covered by words. */
const loudShare = 0.02

/** Side of the blocks that are compared, in pixels of the small copies. */
const blockPx = 12

/** Aligns a template to an upload by their corners. Null when corners name no transform. */
export function align(print: TemplatePrint, probe: UploadProbe, side: Side): Agreement | null {
  const features = probe[side]
  const agreement = agreeOnTransform(matchFeatures(features, print.features), print.features, features, mostPairs)
  if (agreement === null || side === 'upright') return agreement
  const { scaleX, offsetX } = agreement.transform
  const transform = { ...agreement.transform, scaleX: -scaleX, offsetX: probe.small.width - offsetX }
  return { ...agreement, transform }
}

/** Refines an alignment on the pictures themselves, and says how well they fit. */
export async function confirm(
  print: TemplatePrint,
  probe: UploadProbe,
  { transform: start, support }: Agreement,
): Promise<Evidence> {
  const small = await print.small()
  const light = luma(small)
  const { transform, seen } = refineTransform(light, probe.light, start, probe.unseen)
  const blocks = compareBlocks(light, seen, { size: blockPx, reach: 1 })
  const flat = flatBlocks(light, seen, blockPx)
  const agreeing = blocks.filter(({ correlation }) => correlation >= agreeingCorrelation)
  return {
    transform,
    support,
    blocks: blocks.length,
    agreeing: agreeing.length,
    contradicting: [
      ...blocks.filter(({ correlation }) => correlation < contradictingCorrelation),
      ...flat.inTemplate,
    ].filter((place) => !mayBeWords(probe, transform, place)).length,
    overlap: overlapOf(transform, small, probe.small),
    colour: compareColours(small, probe.small, transform, [...agreeing, ...flat.inBoth]),
  }
}

/** Whether words may cover a block. */
function mayBeWords(
  { loud, small }: UploadProbe,
  { scaleX, scaleY, offsetX, offsetY }: Transform,
  { x, y }: BlockPlace,
): boolean {
  const reach = (blockPx / 2) * scaleY + 1
  const [middleX, middleY] = [scaleX * x + offsetX, scaleY * y + offsetY]
  let sum = 0
  let n = 0
  for (let py = Math.max(0, Math.round(middleY - reach)); py < Math.min(small.height, middleY + reach); py++) {
    for (let px = Math.max(0, Math.round(middleX - reach)); px < Math.min(small.width, middleX + reach); px++) {
      sum += loud[py * small.width + px]!
      n++
    }
  }
  return sum > loudShare * n
}

/** Share of the template's area that lies on the upload. */
function overlapOf({ scaleX, scaleY, offsetX, offsetY }: Transform, template: Bitmap, upload: Bitmap): number {
  const shared = (scale: number, offset: number, length: number, limit: number): number => {
    const [from, to] = [Math.min(offset, scale * length + offset), Math.max(offset, scale * length + offset)]
    return Math.max(0, Math.min(limit, to) - Math.max(0, from)) / Math.max(1e-6, to - from)
  }
  return shared(scaleX, offsetX, template.width, upload.width) * shared(scaleY, offsetY, template.height, upload.height)
}
