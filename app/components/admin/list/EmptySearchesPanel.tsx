'use client'

import { ActionIcon } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { DismissEmptySearch } from '../../../client/curationDocuments'
import { problemOf } from '../../../client/problem'
import { request } from '../../../client/request'
import type { CurationWorkQuery } from '../../../generated/graphql'
import { tell } from '../tell'
import { WorkPanel } from './WorkPanel'
import classes from './WorkPanel.module.css'

interface EmptySearchesPanelProps {
  readonly searches: CurationWorkQuery['curation']['emptySearches']
  readonly onDismissed: () => void
}

/** What people looked for in vain. */
export function EmptySearchesPanel({ searches, onDismissed }: EmptySearchesPanelProps) {
  const dismiss = async (words: string) => {
    try {
      const { dismissEmptySearch } = await request(DismissEmptySearch, { words })
      if (dismissEmptySearch.__typename !== 'Dismissed') tell(dismissEmptySearch.message)
      onDismissed()
    } catch (error) {
      tell(problemOf(error).message)
    }
  }
  return (
    <WorkPanel
      title="Searches without results"
      about="What people looked for in vain. A keyword on a template often helps."
      count={searches.length}
    >
      <ul className={classes.list}>
        {searches.map(({ words, count }) => (
          <li key={words} className={classes.item}>
            <span className={classes.words}>
              “{words}”<small>{count === 1 ? 'once' : `${count} times`}</small>
            </span>
            <ActionIcon
              variant="default"
              aria-label={`Dealt with “${words}”`}
              title="Dealt with: take it off the list"
              onClick={() => void dismiss(words)}
            >
              <IconCheck size={17} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </WorkPanel>
  )
}
