import { countEmptySearch } from '#store/templates/emptySearches'
import { pageOfTemplates, type TemplateFilter, templatesById } from '#store/templates/findTemplates'
import { byMeaning } from '#store/templates/search/byMeaning'
import { searchTemplates } from '#store/templates/searchTemplates'
import type { StoredTemplate } from '#store/templates/template'
import type { GraphContext } from '../../context'
import type { QueryResolvers, QueryTemplatesArgs } from '../../generated/resolvers'
import { inRange, invalid } from '../../input/invalid'
import { readTemplateCursor, templateCursor } from './templateCursor'

const MAX_FIRST = 100
const MAX_SEARCH_CHARACTERS = 200
const MAX_TAGS = 20
/** Search-as-you-type has 50 ms in all, and a worker that is free takes about 20 for the vector of some words. */
const MEANING_WAIT_MS = 25

interface Asked {
  readonly filter: TemplateFilter
  readonly first: number
  /** How many come before this page. */
  readonly offset: number
}

interface FoundPage {
  readonly found: readonly { readonly node: StoredTemplate; readonly reasons: readonly string[] }[]
  readonly hasNext: boolean
}

/** Only what is published is ever shown. @throws AppError INPUT_INVALID */
function readFilter({ tags, boxCount, animated }: Partial<QueryTemplatesArgs>): TemplateFilter {
  if (tags && tags.length > MAX_TAGS) throw invalid('tags', `tags must hold at most ${MAX_TAGS} keywords.`)
  if (tags?.some((tag) => tag.includes('\0'))) throw invalid('tags', 'No keyword has a character 0 in it.')
  return {
    state: 'PUBLISHED',
    ...(tags ? { tags } : {}),
    ...(boxCount == null ? {} : { boxCount: inRange('boxCount', boxCount, 0, 1000) }),
    ...(animated == null ? {} : { animated }),
  }
}

async function listed({ filter, first, offset }: Asked): Promise<FoundPage> {
  const { templates, hasNext } = await pageOfTemplates(filter, first, offset)
  return { found: templates.map((node) => ({ node, reasons: [] })), hasNext }
}

async function searched(search: string, asked: Asked, config: GraphContext['config']): Promise<FoundPage> {
  const { filter, first, offset } = asked
  const meaning = byMeaning(search, { config, waitMs: MEANING_WAIT_MS })
  const hits = await searchTemplates(
    search,
    filter,
    meaning.then((found) => found.hits),
  )
  // What is not found yet may be found in a moment, and what a filter hides is there.
  if (hits.length === 0 && !narrows(filter) && !(await meaning).isPending) await countEmptySearch(search)
  const reasonsOf = new Map(hits.slice(offset, offset + first).map(({ id, reasons }) => [id, reasons]))
  const templates = await templatesById([...reasonsOf.keys()], { state: 'PUBLISHED' })
  return {
    found: templates.map((node) => ({ node, reasons: reasonsOf.get(node.id) ?? [] })),
    hasNext: hits.length > offset + first,
  }
}

/** Whether a filter lets less than all published templates through. */
const narrows = ({ tags, boxCount, animated }: TemplateFilter): boolean =>
  (tags?.length ?? 0) > 0 || boxCount !== undefined || animated !== undefined

/** Templates by search, best first, or all, a page at a time. @throws AppError INPUT_INVALID */
export const templates: NonNullable<QueryResolvers['templates']> = async (
  _root,
  { search, first, after, ...rest },
  { config },
) => {
  const offset = after == null ? 0 : readTemplateCursor(after)
  const asked = { filter: readFilter(rest), first: inRange('first', first ?? 40, 1, MAX_FIRST), offset }
  const text = (search ?? '').trim()
  if (text.length > MAX_SEARCH_CHARACTERS)
    throw invalid('search', `search must be at most ${MAX_SEARCH_CHARACTERS} characters long.`)
  const { found, hasNext } = text === '' ? await listed(asked) : await searched(text, asked, config)
  const edges = found.map((edge, index) => ({ cursor: templateCursor(offset + index), ...edge }))
  return { edges, pageInfo: { hasNextPage: hasNext, endCursor: edges.at(-1)?.cursor ?? null } }
}
