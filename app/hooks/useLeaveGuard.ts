'use client'

import { useEffect, useRef } from 'react'

/** The address of our own that a click would lead to in this tab; null when it leads nowhere, elsewhere, or into another tab. */
function addressOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.download) return null
  const url = new URL(link.href)
  if (url.origin !== window.location.origin || url.pathname === window.location.pathname) return null
  return url.pathname + url.search
}

/** While `active`: links of the page are told instead of followed, and the browser asks before the page goes away. */
export function useLeaveGuard(active: boolean, onLeave: (address: string) => void): void {
  const current = useRef(onLeave)
  current.current = onLeave
  useEffect(() => {
    if (!active) return
    const life = new AbortController()
    const { signal } = life
    const clicked = (event: MouseEvent) => {
      const address = addressOf(event)
      if (!address) return
      event.preventDefault()
      event.stopPropagation()
      current.current(address)
    }
    window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal })
    // Before React hands the click to the link.
    document.addEventListener('click', clicked, { signal, capture: true })
    return () => life.abort()
  }, [active])
}
