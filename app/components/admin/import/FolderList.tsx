'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useState } from 'react'
import type { ImportOutcome } from '../../../generated/graphql'
import type { ImportedFolder } from '../../../hooks/useTemplateImport'
import classes from './FolderList.module.css'

interface FolderListProps {
  readonly folders: readonly ImportedFolder[]
  readonly isLook: boolean
}

type Choice = ImportOutcome | 'NOT_UNDERSTOOD' | 'ALL'

const SHOWN = 100

/** What needs looking at comes first. */
const order: readonly ImportOutcome[] = ['FAILED', 'CREATED', 'UPDATED', 'UNCHANGED']

const words: Readonly<Record<Choice, string>> = {
  ALL: 'All',
  CREATED: 'New',
  UPDATED: 'Changed',
  UNCHANGED: 'As before',
  FAILED: 'Failed',
  NOT_UNDERSTOOD: 'Not understood',
}

const isChosen = (folder: ImportedFolder, choice: Choice): boolean =>
  choice === 'ALL' || (choice === 'NOT_UNDERSTOOD' ? folder.notUnderstood.length > 0 : folder.outcome === choice)

/** Folder by folder, what became of each and what was not understood. */
export function FolderList({ folders, isLook }: FolderListProps) {
  const [choice, setChoice] = useState<Choice>('ALL')
  const [all, setAll] = useState(false)
  const sorted = [...folders].sort(
    (a, b) =>
      order.indexOf(a.outcome) - order.indexOf(b.outcome) ||
      a.folder.localeCompare(b.folder, undefined, { numeric: true }),
  )
  const chosen = sorted.filter((folder) => isChosen(folder, choice))
  const shown = all ? chosen : chosen.slice(0, SHOWN)
  const choices = (Object.keys(words) as Choice[])
    .map((name) => ({ name, count: folders.filter((folder) => isChosen(folder, name)).length }))
    .filter(({ count }) => count > 0)
  return (
    <>
      <fieldset className={classes.choices}>
        <legend>Show</legend>
        {choices.map(({ name, count }) => (
          <button
            key={name}
            type="button"
            data-outcome={name}
            aria-pressed={choice === name}
            onClick={() => setChoice(name)}
          >
            {words[name]} <b>{count}</b>
          </button>
        ))}
      </fieldset>
      <ul className={classes.list}>
        {shown.map(({ folder, slug, outcome, reason, notUnderstood }) => (
          <li key={folder}>
            <span className={classes.outcome} data-outcome={outcome}>
              {words[outcome]}
            </span>
            <div>
              {slug && outcome !== 'FAILED' && !(isLook && outcome === 'CREATED') ? (
                <Link href={`/admin/templates/${slug}`}>{folder || slug}</Link>
              ) : (
                <span className={classes.name}>{folder || slug}</span>
              )}
              {reason && <p className={classes.reason}>{reason}</p>}
              {notUnderstood.length > 0 && <p className={classes.odd}>Not understood: {notUnderstood.join('; ')}.</p>}
            </div>
          </li>
        ))}
      </ul>
      {chosen.length > shown.length && (
        <Button variant="default" onClick={() => setAll(true)}>
          Show all {chosen.length}
        </Button>
      )}
    </>
  )
}
