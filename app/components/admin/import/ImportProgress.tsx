'use client'

import { Button, Progress } from '@mantine/core'
import { useState } from 'react'
import type { JobFieldsFragment } from '../../../generated/graphql'
import classes from './ImportPage.module.css'

interface ImportProgressProps {
  readonly job: JobFieldsFragment
  readonly isLive: boolean
  readonly onCancel: () => Promise<void>
}

function textOf({ state, importReport }: JobFieldsFragment): string {
  if (state === 'QUEUED') return 'Waiting for a free hand'
  if (!importReport) return 'Opening the archive'
  const doing = importReport.dryRun ? 'Looking at template' : 'Bringing in template'
  return `${doing} ${Math.min(importReport.done + 1, importReport.total)} of ${importReport.total}`
}

/** How far the import is, and the way out. */
export function ImportProgress({ job, isLive, onCancel }: ImportProgressProps) {
  const [cancelling, setCancelling] = useState(false)
  const text = textOf(job)
  const percent = Math.round(job.fraction * 100)
  const failed = job.importReport?.failed ?? 0
  const cancel = async () => {
    setCancelling(true)
    await onCancel()
    setCancelling(false)
  }
  return (
    <div className={classes.progress}>
      <div className={classes.line}>
        <b>{text}</b>
        <span>{isLive ? `${percent} %` : 'Reconnecting…'}</span>
      </div>
      <div className={classes.line}>
        <Progress
          value={Math.max(2, percent)}
          size={12}
          radius="xl"
          flex={1}
          transitionDuration={150}
          aria-label={text}
        />
        <Button variant="default" size="compact-md" loading={cancelling} onClick={() => void cancel()}>
          Cancel
        </Button>
      </div>
      {failed > 0 && <p className={classes.hint}>{failed} failed so far. The report will say why.</p>}
    </div>
  )
}
