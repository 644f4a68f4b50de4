'use client'

import { useEffect, useRef } from 'react'

interface UndoKeys {
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onSave: () => void
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('textarea, input:not([type=radio], [type=checkbox])')

/** Ctrl or Cmd with S everywhere; with Z and Y outside of text fields, whose own undo stays theirs. */
export function useUndoKeys(actions: UndoKeys): void {
  const current = useRef(actions)
  current.current = actions
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const { onUndo, onRedo, onSave } = current.current
      const key = event.key.toLowerCase()
      const steps: Readonly<Record<string, () => void>> = { z: event.shiftKey ? onRedo : onUndo, y: onRedo }
      const action = key === 's' ? onSave : isTextField(event.target) ? undefined : steps[key]
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
