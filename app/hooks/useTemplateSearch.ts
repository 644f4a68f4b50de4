'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type PlainProblem, problemOf } from '../client/problem'
import { request } from '../client/request'
import { TemplatePage } from '../client/templateDocuments'
import { searchAddress, searchVariables, type TemplateSearch } from '../create/templateSearch'
import type { TemplatePageQuery } from '../generated/graphql'

/** The templates found so far, page after page. */
export type TemplateHits = TemplatePageQuery['templates']

/** How the search stands. */
export interface TemplateSearchView {
  readonly hits: TemplateHits
  /** What `hits` answers; the last search while the next one is under way. */
  readonly answered: TemplateSearch
  readonly loading: boolean
  readonly problem: PlainProblem | null
  readonly more: () => void
}

/** Templates for a search, with those of the search before until they are there. @param first what the server found for `firstSearch` */
export function useTemplateSearch(
  search: TemplateSearch,
  first: TemplateHits,
  firstSearch: TemplateSearch,
): TemplateSearchView {
  const [shown, setShown] = useState({ hits: first, answered: firstSearch })
  const [loading, setLoading] = useState(false)
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const life = useRef(new AbortController())
  const { text, tag } = search
  const wanted = searchAddress(search)
  const have = searchAddress(shown.answered)

  const load = useCallback(async (asked: TemplateSearch, after: TemplateHits | null) => {
    life.current.abort()
    life.current = new AbortController()
    const { signal } = life.current
    setLoading(true)
    setProblem(null)
    try {
      const variables = searchVariables(asked, after?.pageInfo.endCursor ?? null)
      const { templates } = await request(TemplatePage, variables, signal)
      const edges = [...(after?.edges ?? []), ...templates.edges]
      setShown({ hits: { ...templates, edges }, answered: asked })
      setLoading(false)
    } catch (error) {
      if (signal.aborted) return
      setProblem(problemOf(error))
      setLoading(false)
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer must not ask again
  useEffect(() => {
    if (wanted !== have) void load({ text, tag }, null)
    else {
      // Back to what is shown already: an answer to what was typed between comes too late.
      life.current.abort()
      setLoading(false)
    }
  }, [wanted, load])
  useEffect(() => () => life.current.abort(), [])

  const more = () => {
    if (!loading && shown.hits.pageInfo.hasNextPage) void load(shown.answered, shown.hits)
  }
  return { ...shown, loading, problem, more }
}
