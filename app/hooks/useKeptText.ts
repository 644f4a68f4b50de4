'use client'

import { useCallback, useEffect, useState } from 'react'

/**
 * A text that is still there after a reload or Back, in this tab.
 * @param key its name in the tab's storage
 */
export function useKeptText(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState('')
  useEffect(() => {
    try {
      setText(sessionStorage.getItem(key) ?? '')
    } catch {
      // Storage is forbidden: then it begins empty.
    }
  }, [key])
  const change = useCallback(
    (next: string) => {
      setText(next)
      try {
        sessionStorage.setItem(key, next)
      } catch {
        // Storage is full or forbidden: only a reload would miss it.
      }
    },
    [key],
  )
  return [text, change]
}
