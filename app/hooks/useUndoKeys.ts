'use client'

import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'

interface UndoKeys {
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onSave: () => void
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('textarea, input:not([type=radio], [type=checkbox])')

/** Some fields take what was typed when they are left, so a save from within one leaves it for a moment. */
function takeTyped(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement) || !isTextField(target)) return
  flushSync(() => {
    target.blur()
    target.focus({ preventScroll: true })
  })
}

/** Ctrl or Cmd with S everywhere; with Z and Y outside of text fields, whose own undo stays theirs. */
export function useUndoKeys(actions: UndoKeys): void {
  const current = useRef(actions)
  current.current = actions
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const { onUndo, onRedo } = current.current
      const key = event.key.toLowerCase()
      const steps: Readonly<Record<string, () => void>> = { z: event.shiftKey ? onRedo : onUndo, y: onRedo }
      const save = () => {
        takeTyped(event.target)
        current.current.onSave()
      }
      const action = key === 's' ? save : isTextField(event.target) ? undefined : steps[key]
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}
