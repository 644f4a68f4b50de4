'use client'

import { useEffect, useRef } from 'react'

/**
 * Lets the browser's Back lead from what is shown to what was before it, on the same page and address.
 * @returns goes back, as the browser's button does
 */
export function useBackTo(before: () => void): () => void {
  const current = useRef(before)
  current.current = before
  useEffect(() => {
    // The router keeps its own things in the state: they stay.
    if (!window.history.state?.memezapResult) {
      window.history.pushState({ ...window.history.state, memezapResult: true }, '')
    }
    const back = () => current.current()
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  return () => window.history.back()
}
