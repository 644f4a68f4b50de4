'use client'

import { Button, Loader } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { RestoreTemplate, TemplateHistory } from '../../../client/curatedTemplateDocuments'
import { type PlainProblem, problemOf } from '../../../client/problem'
import { request } from '../../../client/request'
import { fieldList } from '../../../curate/fieldName'
import type { TemplateHistoryQuery } from '../../../generated/graphql'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import { Trouble } from '../parts/Trouble'
import { tell } from '../tell'
import { AskFirst, type Question } from './AskFirst'
import { ChangeEntry } from './ChangeEntry'
import classes from './HistoryPanel.module.css'

/** One entry of the history. */
export type Change = TemplateHistoryQuery['curation']['changes']['edges'][number]['node']

/** Who changed what, and the way back. */
export function HistoryPanel({ editing }: { readonly editing: TemplateEditing }) {
  const { saved, changed, attempt, busy } = editing
  const { id, version } = saved
  const [changes, setChanges] = useState<readonly Change[] | null>(null)
  const [after, setAfter] = useState<string | null>(null)
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)

  const load = useCallback(
    async (cursor: string | null, signal?: AbortSignal) => {
      try {
        const { curation } = await request(TemplateHistory, { id, after: cursor }, signal)
        const { edges, pageInfo } = curation.changes
        const page = edges.map(({ node }) => node)
        setChanges((now) => (cursor ? [...(now ?? []), ...page] : page))
        setAfter(pageInfo.hasNextPage ? pageInfo.endCursor : null)
        setProblem(null)
      } catch (error) {
        if (!signal?.aborted) setProblem(problemOf(error))
      }
    },
    [id],
  )
  useEffect(() => {
    void version
    const life = new AbortController()
    void load(null, life.signal)
    return () => life.abort()
  }, [load, version])

  const restore = async (changeId: string) => {
    const input = { changeId, expectedVersion: version }
    const outcome = await attempt(
      `restore ${changeId}`,
      null,
      async () => (await request(RestoreTemplate, { input })).restoreTemplate,
    )
    if (outcome.kind === 'done') tell('It is as it was then. That is a change of its own, so nothing is lost.')
  }
  const ask = (changeId: string) => {
    if (changed.length === 0) return void restore(changeId)
    setQuestion({
      title: 'Restore over unsaved changes?',
      words: `Not saved yet: ${fieldList(changed)}. Restoring takes their place; Undo brings them back.`,
      yes: 'Restore',
      onYes: () => void restore(changeId),
    })
  }
  return (
    <div className={classes.panel}>
      {problem && <Trouble problem={problem} onRetry={() => void load(null)} />}
      {!changes && !problem && (
        <Loader size={22} color="var(--text-soft)" role="status" aria-label="Loading the history" />
      )}
      {changes && (
        <ol className={classes.list} aria-label="History">
          {changes.map((change) => (
            <ChangeEntry
              key={change.id}
              change={change}
              restoring={busy === `restore ${change.id}`}
              onRestore={() => ask(change.id)}
            />
          ))}
        </ol>
      )}
      {after && (
        <Button variant="default" onClick={() => void load(after)}>
          Earlier changes
        </Button>
      )}
      <AskFirst question={question} onClose={() => setQuestion(null)} />
    </div>
  )
}
