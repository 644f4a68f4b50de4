'use client'

import { useEffect, useRef } from 'react'

/**
 * A picture's address in the page's own, `/?url=https://…`: from a link, or from the form when it was sent before our scripts ran.
 * Taken once, and off the address bar.
 */
export function useAskedAddress(onUrl: (url: string) => void): void {
  const taken = useRef(false)
  const take = useRef(onUrl)
  take.current = onUrl
  useEffect(() => {
    const url = new URLSearchParams(window.location.search).get('url')
    if (!url || taken.current) return
    taken.current = true
    window.history.replaceState(window.history.state, '', window.location.pathname)
    take.current(url)
  }, [])
}
