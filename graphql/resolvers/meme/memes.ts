import { pageOfMemes } from '#store/memes'
import type { QueryResolvers } from '../../generated/resolvers'
import { inRange, invalid } from '../../input/invalid'
import { memeCursor, readMemeCursor } from './memeCursor'

const MAX_FIRST = 100
const MAX_IDS = 200

/** Memes, newest first, a page at a time. @throws AppError INPUT_INVALID */
export const memes: NonNullable<QueryResolvers['memes']> = async (_root, { first, after, ids }) => {
  inRange('first', first ?? 20, 1, MAX_FIRST)
  if (ids && ids.length > MAX_IDS) throw invalid('ids', `ids must hold at most ${MAX_IDS} ids.`)
  const page = await pageOfMemes(first ?? 20, after == null ? undefined : readMemeCursor(after), ids ?? undefined)
  const edges = page.memes.map((node) => ({ cursor: memeCursor(node), node }))
  return { edges, pageInfo: { hasNextPage: page.hasNext, endCursor: edges.at(-1)?.cursor ?? null } }
}
