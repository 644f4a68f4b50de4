import type { Bitmap } from '#core/bitmap'
import { discard } from '#workers/discard'
import { type BlockResult, compareBlocks } from '#workers/recognise/align/compareBlocks'
import { correctedBy } from '#workers/recognise/align/refineTransform'
import type { FittedTemplate } from '#workers/recognise/restore/fittedTemplate'
import { type BlockGrid, lightBlocks, uploadBlocks } from '#workers/recognise/restore/lightBlocks'

const blockPx = 24
/** Blocks that are compared, about. */
const mostBlocks = 120

/** Corrects the transform on the pictures in the upload's size: from about a pixel to about a tenth. */
export function refineInFull(upload: Bitmap, fitted: FittedTemplate, hidden: Uint8Array): FittedTemplate {
  const { bitmap } = fitted
  const step = Math.max(blockPx, Math.floor(Math.sqrt((bitmap.width * bitmap.height) / mostBlocks)))
  let { transform } = fitted
  for (const reach of [3, 1, 1]) {
    // The blocks alone, with what is compared around them.
    const grid = { step, size: blockPx + 2 * reach }
    const template = lightBlocks(bitmap, grid)
    const seen = uploadBlocks(upload, transform, bitmap, hidden, grid)
    const blocks = compareBlocks(template, seen, { size: blockPx, step: grid.size, reach })
    discard(template.data, seen.data)
    transform = correctedBy(
      blocks.map((block) => inPlace(block, grid)),
      transform,
    )
  }
  return { ...fitted, transform }
}

/** Where a block stands on the picture from which it was taken. */
const inPlace = (block: BlockResult, { step, size }: BlockGrid): BlockResult => ({
  ...block,
  x: block.x + Math.floor(block.x / size) * (step - size),
  y: block.y + Math.floor(block.y / size) * (step - size),
})
