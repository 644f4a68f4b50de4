import { AppError } from '#core/errors'
import type { ReadItem } from '#store/batches/requestBatch'
import type { GraphContext } from '../context'
import type { BatchItemInput, GenerateMemesInput } from '../generated/resolvers'
import { readBatchItem } from '../input/batchItem'
import { readGeneratePayload } from '../input/generatePayload'

/** What a client wants in a batch, item by item: what workers get of it, or why that cannot be. Sources are looked up for all items together. */
export const readBatch = (
  { items, shared }: Pick<GenerateMemesInput, 'items' | 'shared'>,
  context: GraphContext,
): Promise<readonly ReadItem[]> =>
  Promise.all(
    items.map(async (item: BatchItemInput): Promise<ReadItem> => {
      try {
        return { payload: await readGeneratePayload(readBatchItem(item, shared), context.config, context.sources) }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        const { code, message, details } = error
        return { problem: { code, message, details } }
      }
    }),
  )
