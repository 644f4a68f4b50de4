'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useMemo } from 'react'
import { type PerformanceAsked, performanceAddress, performanceAsked } from '../performance/asked'

const askedBy = (params: URLSearchParams): PerformanceAsked => performanceAsked((name) => params.get(name))

/** What was asked for last, until the page shows it: Next puts the address that it shows back for a moment, and of two quick choices one was lost. */
let wanted: PerformanceAsked | null = null

/** Asks for something else: a step of its own, so that Back leads to what was before. */
function ask(change: Partial<PerformanceAsked>): void {
  wanted = { ...(wanted ?? askedBy(new URLSearchParams(window.location.search))), ...change }
  window.history.pushState(null, '', performanceAddress(wanted))
}

const forget = () => {
  wanted = null
}

/** What the page's address asks for, and the way to ask for something else. */
export function usePerformanceAsked(): readonly [PerformanceAsked, typeof ask] {
  const params = useSearchParams()
  const asked = useMemo(() => askedBy(params), [params])
  useEffect(() => {
    if (wanted && performanceAddress(wanted) === performanceAddress(asked)) forget()
  }, [asked])
  useEffect(() => {
    window.addEventListener('popstate', forget)
    return () => {
      window.removeEventListener('popstate', forget)
      forget()
    }
  }, [])
  return [asked, ask]
}
