'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { UpdateTemplate } from '../client/curatedTemplateDocuments'
import { type CurateOutcome, curateOutcome } from '../client/curateTemplate'
import { type PlainProblem, problemOf } from '../client/problem'
import { request } from '../client/request'
import { type History, record, redo, startHistory, undo } from '../create/history'
import { adoptSaved } from '../curate/adoptSaved'
import { mergeDrafts, withFields } from '../curate/mergeDrafts'
import {
  changedFields,
  changedInput,
  type DraftField,
  type TemplateDraft,
  templateDraft,
} from '../curate/templateDraft'
import type { CuratedTemplateFieldsFragment, CurateResultFieldsFragment } from '../generated/graphql'

type Curated = CuratedTemplateFieldsFragment

/** What went wrong with the last thing that was tried, field by field where that is known. */
export interface EditorTrouble {
  readonly problem: PlainProblem
  readonly issues: readonly { readonly field: string; readonly message: string }[]
}

/** A template on its page, with all that was changed about it and the ways to change more. */
export interface TemplateEditing {
  /** As the server has it. */
  readonly saved: Curated
  readonly draft: TemplateDraft
  /** Fields that are not saved yet. */
  readonly changed: readonly DraftField[]
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What is being asked of the server, as `attempt` named it. */
  readonly busy: string | null
  readonly trouble: EditorTrouble | null
  /** Fields that somebody else saved otherwise meanwhile; null when nobody did. What does not clash has been brought together. */
  readonly clashes: readonly DraftField[] | null
  /** @param step changes of the same step in a row are undone together */
  readonly change: (values: Partial<TemplateDraft>, step?: string | null) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly save: () => Promise<CurateOutcome>
  /**
   * Asks the server for a change, and shows what came of it. What is not saved yet stays.
   * @param sent the draft as the server will have it; `null`: whatever it answers takes the place of all on the page
   */
  readonly attempt: (
    doing: string,
    sent: TemplateDraft | null,
    ask: () => Promise<CurateResultFieldsFragment>,
  ) => Promise<CurateOutcome>
  /** Of what clashes, these fields as the other one saved them. */
  readonly takeTheirs: (fields: readonly DraftField[]) => void
  /** What the worker found out about a version; news of another one than is here are dropped. */
  readonly tellNews: (version: number, news: Partial<Curated>) => void
}

/** Holds a template that is edited. Nothing that was typed is lost by an answer of the server. */
export function useTemplateEditor(first: Curated): TemplateEditing {
  const [saved, setSaved] = useState(first)
  const [history, setHistory] = useState<History<TemplateDraft>>(() => startHistory(templateDraft(first)))
  const [busy, setBusy] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<EditorTrouble | null>(null)
  const [clashes, setClashes] = useState<readonly DraftField[] | null>(null)
  const draft = history.present
  const latest = useRef({ saved, draft })
  useEffect(() => {
    latest.current = { saved, draft }
  })

  const change = useCallback(
    (values: Partial<TemplateDraft>, step: string | null = null) =>
      setHistory((now) => record(now, { ...now.present, ...values }, step)),
    [],
  )
  const tellNews = useCallback(
    (version: number, news: Partial<Curated>) =>
      setSaved((now) => (now.version === version ? { ...now, ...news } : now)),
    [],
  )

  const adopt = useCallback((template: Curated, sent: TemplateDraft | null) => {
    setClashes(null)
    setSaved(template)
    setHistory((now) =>
      sent
        ? { ...now, present: adoptSaved(template, sent, now.present), key: null }
        : record(now, templateDraft(template), null),
    )
  }, [])

  const meet = useCallback((theirs: Curated) => {
    const base = templateDraft(latest.current.saved)
    const merged = mergeDrafts(base, latest.current.draft, templateDraft(theirs))
    setSaved(theirs)
    setHistory((now) => record(now, merged.draft, null))
    setClashes(merged.clashes)
  }, [])

  const attempt = useCallback(
    async (doing: string, sent: TemplateDraft | null, ask: () => Promise<CurateResultFieldsFragment>) => {
      setBusy(doing)
      setTrouble(null)
      try {
        const outcome = curateOutcome(await ask())
        if (outcome.kind === 'done' && outcome.template.id === latest.current.saved.id) adopt(outcome.template, sent)
        if (outcome.kind === 'conflict' && outcome.current.id === latest.current.saved.id) meet(outcome.current)
        if (outcome.kind === 'refused') setTrouble(outcome)
        return outcome
      } catch (error) {
        const failed = { problem: problemOf(error), issues: [] }
        setTrouble(failed)
        return { kind: 'refused', ...failed } as const
      } finally {
        setBusy(null)
      }
    },
    [adopt, meet],
  )

  const save = () => {
    const input = { id: saved.id, expectedVersion: saved.version, ...changedInput(templateDraft(saved), draft) }
    return attempt('save', draft, async () => (await request(UpdateTemplate, { input })).updateTemplate)
  }
  return {
    saved,
    draft,
    changed: changedFields(templateDraft(saved), draft),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    busy,
    trouble,
    clashes,
    change,
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    save,
    attempt,
    takeTheirs: (fields) => {
      const theirs = templateDraft(saved)
      setHistory((now) => record(now, withFields(now.present, theirs, fields), null))
      setClashes((now) => now?.filter((field) => !fields.includes(field)) ?? null)
    },
    tellNews,
  }
}
