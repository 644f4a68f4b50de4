'use client'

import { useEffect, useRef } from 'react'

interface Asked {
  readonly onUrl: (url: string) => void
  readonly onTemplate: (slug: string, style: string | null) => void
}

/**
 * What the page's own address asks for: a picture, `/?url=https://…`, from a link or from the form when it was sent before our scripts ran,
 * or a template, `/?template=two-buttons`, with `&style=winter` one of its other pictures. Taken once, and off the address bar.
 */
export function useAskedAddress(asked: Asked): void {
  const take = useRef(asked)
  take.current = asked
  useEffect(() => {
    // A moment later, so that what a restored session begins has begun, and a page that goes at once takes nothing.
    const timer = setTimeout(() => {
      const query = new URLSearchParams(window.location.search)
      const [url, slug] = [query.get('url'), query.get('template')]
      if (!url && !slug) return
      window.history.replaceState(window.history.state, '', window.location.pathname)
      if (slug) take.current.onTemplate(slug, query.get('style'))
      else if (url) take.current.onUrl(url)
    })
    return () => clearTimeout(timer)
  }, [])
}
