'use client'

import { useEffect, useRef } from 'react'

interface Shortcuts {
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onGenerate: () => void
}

/** Ctrl or Cmd with Enter everywhere; with Z and Y outside of text fields, whose own undo stays theirs. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  current.current = shortcuts
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      const inField = event.target instanceof HTMLElement && event.target.matches('textarea, input:not([type=radio])')
      const action =
        key === 'enter'
          ? current.current.onGenerate
          : inField
            ? null
            : key === 'y' || (key === 'z' && event.shiftKey)
              ? current.current.onRedo
              : key === 'z'
                ? current.current.onUndo
                : null
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
