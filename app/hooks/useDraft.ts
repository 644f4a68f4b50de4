'use client'

import { useCallback, useReducer } from 'react'
import { changeDraft, type Draft, type DraftChange, emptyDraft } from '../create/draft'
import { amend, type History, record, redo, startHistory, undo } from '../create/history'

type Step =
  | DraftChange
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'restore'; readonly draft: Draft }

/** Letters typed into one field, and colours tried in one picker, are one step. */
function stepKey(change: DraftChange): string | null {
  if (change.kind === 'type') return `type ${change.id}`
  if (change.kind === 'style') return `style ${Object.keys(change.style).join(' ')}`
  return null
}

function step(history: History<Draft>, change: Step): History<Draft> {
  switch (change.kind) {
    case 'undo':
      return undo(history)
    case 'redo':
      return redo(history)
    case 'restore':
      return startHistory(change.draft)
    case 'newPicture':
    case 'newTemplate':
      return startHistory(changeDraft(history.present, change))
    case 'found':
      return amend(history, (draft) => changeDraft(draft, change))
    default:
      return record(history, changeDraft(history.present, change), stepKey(change))
  }
}

/** The draft now, and what can be done to it. */
export interface DraftControl {
  readonly draft: Draft
  readonly change: (change: Step) => void
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** The draft with its history. */
export function useDraft(): DraftControl {
  const [history, dispatch] = useReducer(step, emptyDraft, startHistory<Draft>)
  const change = useCallback((next: Step) => dispatch(next), [])
  return { draft: history.present, change, canUndo: history.past.length > 0, canRedo: history.future.length > 0 }
}
