'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { type PerformanceAsked, performanceAddress, performanceAsked } from '../performance/asked'

const askedBy = (params: URLSearchParams): PerformanceAsked => performanceAsked((name) => params.get(name))

/** Asks for something else: a step of its own, so that Back leads to what was before. */
function ask(change: Partial<PerformanceAsked>): void {
  // The address itself: what was rendered last may be behind two quick choices.
  const now = askedBy(new URLSearchParams(window.location.search))
  window.history.pushState(null, '', performanceAddress({ ...now, ...change }))
}

/** What the page's address asks for, and the way to ask for something else. */
export function usePerformanceAsked(): readonly [PerformanceAsked, typeof ask] {
  const params = useSearchParams()
  return [useMemo(() => askedBy(params), [params]), ask]
}
