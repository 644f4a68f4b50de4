'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type PerformanceAsked, performanceAddress, performanceAsked } from '../performance/asked'

/** What the page's address asks for, and the way to ask for something else: a step of its own, so that Back leads to what was before. */
export function usePerformanceAsked(): readonly [PerformanceAsked, (change: Partial<PerformanceAsked>) => void] {
  const params = useSearchParams()
  const asked = useMemo(() => performanceAsked((name) => params.get(name)), [params])
  const ask = useCallback(
    (change: Partial<PerformanceAsked>) =>
      window.history.pushState(null, '', performanceAddress({ ...asked, ...change })),
    [asked],
  )
  return [asked, ask]
}
