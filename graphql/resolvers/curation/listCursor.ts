import { invalid } from '../../input/invalid'

/** The lists whose pages are counted from the start. */
type List = 'curated' | 'change'

/** A place in a list. Opaque to clients, so that it may change. */
const cursorOf = (list: List, position: number): string => Buffer.from(`${list} ${position}`).toString('base64url')

/** How many rows come before the page after this cursor. @throws AppError INPUT_INVALID for what is no cursor of this list */
export function readOffset(list: List, after: string | null | undefined): number {
  if (after == null) return 0
  const [, position] = new RegExp(`^${list} (\\d{1,7})$`).exec(Buffer.from(after, 'base64url').toString()) ?? []
  if (position === undefined) throw invalid('after', 'after must be a cursor from an earlier page.')
  return Number(position) + 1
}

/** A page in the contract's words. */
export function connection<T>(list: List, nodes: readonly T[], offset: number, hasNextPage: boolean) {
  const edges = nodes.map((node, index) => ({ cursor: cursorOf(list, offset + index), node }))
  return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } }
}
