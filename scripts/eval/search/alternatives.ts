import { database } from '#store/database'
import { searchTemplates } from '#store/templates/searchTemplates'

/** Slugs found for a text, the best first. */
export type Search = (text: string) => Promise<readonly string[]>

const slugsOf = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug)

/** What was weighed against each other in docs/decisions/010-search-fusion.md; `fused` is the one in use. */
export const searches: Readonly<Record<'fullText' | 'trigrams' | 'fused', Search>> = {
  /** Postgres's own search, as a search engine's field: all words whole, by their English stems. */
  fullText: async (text) =>
    slugsOf(
      await database().$queryRaw<{ slug: string }[]>`
        select slug from template_search join template on id = template_id, websearch_to_tsquery('english', ${text}) query
        where words @@ query order by ts_rank('{0.05, 0.15, 0.5, 1}', words, query) desc, slug limit 60`,
    ),
  /** pg_trgm's word similarity with its usual threshold, on names, aliases and keywords. */
  trigrams: async (text) =>
    slugsOf(
      await database().$queryRaw<{ slug: string }[]>`
        select slug from template_search join template on id = template_id
        where word_similarity(lower(${text}), names) >= 0.6 order by word_similarity(lower(${text}), names) desc, slug limit 60`,
    ),
  fused: async (text) => {
    const ids = (await searchTemplates(text, {}, [])).map(({ id }) => id)
    const rows = await database().template.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } })
    const slugOf = new Map(rows.map(({ id, slug }) => [id, slug]))
    return ids.flatMap((id) => slugOf.get(id) ?? [])
  },
}
