'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { CuratedTemplates } from '../client/curationDocuments'
import { type PlainProblem, problemOf } from '../client/problem'
import { request } from '../client/request'
import { type ListAsked, listAddress, listVariables } from '../curate/listAsked'
import type { CuratedRowFieldsFragment, CuratedTemplatesQuery } from '../generated/graphql'

/** The curators' list as it is on the page. */
export interface CuratedListView {
  readonly asked: ListAsked
  readonly counts: CuratedTemplatesQuery['curation']['counts']
  readonly total: number
  readonly rows: readonly CuratedRowFieldsFragment[]
  readonly waiting: boolean
  readonly problem: PlainProblem | null
  readonly ask: (asked: ListAsked) => void
  /** Gets the next page; null when there is none. */
  readonly more: (() => void) | null
}

/** Between the last letter and the question: who types on is not asked for each. */
const pauseMs = 160

/** The curators' list: asked for again as search, state and order change, and kept in the address. */
export function useCuratedList(first: CuratedTemplatesQuery['curation'], firstAsked: ListAsked): CuratedListView {
  const [asked, setAsked] = useState(firstAsked)
  const [answer, setAnswer] = useState(first)
  const [waiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const life = useRef(new AbortController())
  useEffect(() => () => life.current.abort(), [])

  const get = useCallback(async (wanted: ListAsked, after: string | null) => {
    life.current.abort()
    life.current = new AbortController()
    const { signal } = life.current
    setWaiting(true)
    try {
      const { curation } = await request(CuratedTemplates, listVariables(wanted, after), signal)
      setAnswer((now) =>
        after === null
          ? curation
          : {
              ...curation,
              templates: { ...curation.templates, edges: [...now.templates.edges, ...curation.templates.edges] },
            },
      )
      setProblem(null)
    } catch (error) {
      if (!signal.aborted) setProblem(problemOf(error))
    } finally {
      if (!signal.aborted) setWaiting(false)
    }
  }, [])

  const began = useRef(firstAsked)
  useEffect(() => {
    if (asked === began.current) return
    window.history.replaceState(null, '', listAddress(asked))
    const timer = setTimeout(() => void get(asked, null), pauseMs)
    return () => clearTimeout(timer)
  }, [asked, get])

  const { edges, pageInfo, totalCount } = answer.templates
  return {
    asked,
    counts: answer.counts,
    total: totalCount,
    rows: edges.map(({ node }) => node),
    waiting,
    problem,
    ask: setAsked,
    more: pageInfo.hasNextPage ? () => void get(asked, pageInfo.endCursor) : null,
  }
}
