import type { Bitmap } from '#core/bitmap'
import { compareBlocks } from '#workers/recognise/align/compareBlocks'
import { correctedBy } from '#workers/recognise/align/refineTransform'
import { uploadOnTemplate } from '#workers/recognise/align/sampled'
import { luma } from '#workers/recognise/plane'
import type { FittedTemplate } from '#workers/recognise/restore/fittedTemplate'

const blockPx = 24
/** Blocks that are compared, about. */
const mostBlocks = 120

/** Corrects the transform on the pictures in the upload's size: from about a pixel to about a tenth. */
export function refineInFull(upload: Bitmap, fitted: FittedTemplate, hidden: Uint8Array): FittedTemplate {
  const template = luma(fitted.bitmap)
  const light = luma(upload)
  const step = Math.max(blockPx, Math.floor(Math.sqrt((template.width * template.height) / mostBlocks)))
  let { transform } = fitted
  for (const reach of [3, 1, 1]) {
    // The blocks alone, with what is compared around them.
    const grid = { step, size: blockPx + 2 * reach }
    const seen = uploadOnTemplate(light, transform, template.width, template.height, hidden, grid)
    transform = correctedBy(compareBlocks(template, seen, { size: blockPx, step, reach }), transform)
  }
  return { ...fitted, transform }
}
