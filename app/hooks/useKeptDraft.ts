'use client'

import { useEffect, useState } from 'react'
import { mergeDrafts } from '../curate/mergeDrafts'
import { changedFields, type DraftField, type TemplateDraft, templateDraft } from '../curate/templateDraft'
import type { TemplateEditing } from './useTemplateEditor'

interface Kept {
  /** What the template was when it was changed. */
  readonly base: TemplateDraft
  readonly draft: TemplateDraft
}

/** Changes that were left behind in this tab, by Back or a reload. */
export interface KeptDraft {
  /** What they change. */
  readonly fields: readonly DraftField[]
  readonly bringBack: () => void
  readonly forget: () => void
}

const keyOf = (id: string): string => `memezap.curate.1.${id}`

function read(id: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

function write(id: string, kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(id), JSON.stringify(kept))
    else sessionStorage.removeItem(keyOf(id))
  } catch {
    // Storage is full or forbidden: then nothing is kept over a reload.
  }
}

/** Keeps unsaved changes of a template in this tab, and offers those that were left behind. */
export function useKeptDraft({ saved, draft, changed, change }: TemplateEditing): KeptDraft | null {
  const { id } = saved
  const [left, setLeft] = useState<Kept | null>(null)
  const [looked, setLooked] = useState(false)
  useEffect(() => {
    setLeft(read(id))
    setLooked(true)
  }, [id])
  const dirty = changed.length > 0
  useEffect(() => {
    if (looked && (dirty || !left)) write(id, dirty ? { base: templateDraft(saved), draft } : null)
  }, [id, looked, dirty, left, saved, draft])
  if (!left) return null
  const { draft: merged } = mergeDrafts(left.base, left.draft, templateDraft(saved))
  const fields = changedFields(templateDraft(saved), merged)
  return {
    fields,
    bringBack: () => {
      change(merged)
      setLeft(null)
    },
    forget: () => setLeft(null),
  }
}
