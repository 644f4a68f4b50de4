'use client'

import { useDebouncedCallback } from '@mantine/hooks'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { searchAddress, type TemplateSearch, templateSearch } from '../create/templateSearch'

const typingPauseMs = 140

/** What is searched for, and the ways to search for something else. */
export interface SearchInAddress {
  /** What is in the field just now. */
  readonly typed: string
  /** What the address says: the truth for results. */
  readonly search: TemplateSearch
  readonly type: (text: string) => void
  readonly look: (search: TemplateSearch) => void
}

/** The gallery's search, held by the address: links to it work, and so does Back. Typing replaces, a tag is a step of its own. */
export function useSearchInAddress(): SearchInAddress {
  const params = useSearchParams()
  const search = templateSearch((name) => params.get(name))
  const [typed, setTyped] = useState(search.text)
  const own = useRef(search.text)

  const settle = useDebouncedCallback((text: string) => go({ ...search, text }, 'replaceState'), typingPauseMs)
  const go = (next: TemplateSearch, how: 'pushState' | 'replaceState') => {
    own.current = next.text.trim()
    settle.cancel()
    window.history[how](null, '', searchAddress(next))
  }

  // Back and Forward bring words that nobody typed; our own come too, and must not undo what was typed since.
  useEffect(() => {
    if (search.text === own.current) return
    own.current = search.text
    setTyped(search.text)
  }, [search.text])

  return {
    typed,
    search,
    type: (text) => {
      setTyped(text)
      settle(text)
    },
    look: (next) => {
      setTyped(next.text)
      go(next, 'pushState')
    },
  }
}
