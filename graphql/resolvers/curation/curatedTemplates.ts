import { type CuratedFilter, listTemplates } from '#store/curation/listTemplates'
import type { CurationResolvers, CurationTemplatesArgs } from '../../generated/resolvers'
import { inRange, invalid } from '../../input/invalid'
import { connection, readOffset } from './listCursor'

const MAX_SEARCH_CHARACTERS = 200
const MAX_TAGS = 20

/** @throws AppError INPUT_INVALID */
function readFilter(asked: Partial<CurationTemplatesArgs>): CuratedFilter {
  const { search, states, tags, boxCount, animated, neverUsed, incomplete } = asked
  if (search && search.length > MAX_SEARCH_CHARACTERS)
    throw invalid('search', `search must be at most ${MAX_SEARCH_CHARACTERS} characters long.`)
  if (tags && tags.length > MAX_TAGS) throw invalid('tags', `tags must hold at most ${MAX_TAGS} keywords.`)
  if (tags?.some((tag) => tag.includes('\0'))) throw invalid('tags', 'No keyword has a character 0 in it.')
  return {
    ...(search ? { search } : {}),
    ...(states ? { states } : {}),
    ...(tags ? { tags } : {}),
    ...(boxCount == null ? {} : { boxCount: inRange('boxCount', boxCount, 0, 1000) }),
    ...(animated == null ? {} : { animated }),
    ...(neverUsed == null ? {} : { neverUsed }),
    ...(incomplete == null ? {} : { incomplete }),
  }
}

/** Templates of every state, a page at a time. @throws AppError INPUT_INVALID */
export const curatedTemplates: NonNullable<CurationResolvers['templates']> = async (
  _curator,
  { first, after, sort, ...asked },
) => {
  const size = inRange('first', first ?? 40, 1, 100)
  const offset = readOffset('curated', after)
  const { templates, total } = await listTemplates(readFilter(asked), sort ?? 'RECENTLY_CHANGED', size, offset)
  return { ...connection('curated', templates, offset, total > offset + templates.length), totalCount: total }
}
