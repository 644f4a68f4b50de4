import { type ChangeFilter, pageOfChanges } from '#store/templates/history'
import type { Maybe } from '../../generated/resolvers'
import { inRange } from '../../input/invalid'
import { connection, readOffset } from './listCursor'

/** A page of the history, the latest change first. @throws AppError INPUT_INVALID */
export async function templateChanges(
  filter: ChangeFilter,
  { first, after }: { readonly first: number; readonly after?: Maybe<string> },
) {
  const size = inRange('first', first, 1, 100)
  const offset = readOffset('change', after)
  const { changes, hasNext } = await pageOfChanges(filter, size, offset)
  return connection('change', changes, offset, hasNext)
}
