'use client'

import { useEffect, useRef } from 'react'

interface Asked {
  readonly onUrl: (url: string) => void
  readonly onTemplate: (slug: string) => void
}

/**
 * What the page's own address asks for: a picture, `/?url=https://…`, from a link or from the form when it was sent before our scripts ran,
 * or a template, `/?template=two-buttons`. Taken once, and off the address bar.
 */
export function useAskedAddress(asked: Asked): void {
  const taken = useRef(false)
  const take = useRef(asked)
  take.current = asked
  useEffect(() => {
    const query = new URLSearchParams(window.location.search)
    const [url, slug] = [query.get('url'), query.get('template')]
    if (taken.current || !(url || slug)) return
    taken.current = true
    window.history.replaceState(window.history.state, '', window.location.pathname)
    if (slug) take.current.onTemplate(slug)
    else if (url) take.current.onUrl(url)
  }, [])
}
