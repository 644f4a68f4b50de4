'use client'

import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { JobFieldsFragment } from '../../../generated/graphql'
import type { ImportedFolder } from '../../../hooks/useTemplateImport'
import { countOf } from './countOf'
import { FolderList } from './FolderList'
import classes from './ImportPage.module.css'

interface ImportResultProps {
  readonly job: JobFieldsFragment
  /** Null while they are asked for. */
  readonly folders: readonly ImportedFolder[] | null
  /** The archive is at hand, so that a look can become an import. */
  readonly canImport: boolean
  readonly onAnother: () => void
}

function headingOf({ state, importReport }: JobFieldsFragment): string {
  if (!importReport) return state === 'CANCELLED' ? 'Cancelled before anything was done' : 'Nothing was imported'
  const { done, total, dryRun } = importReport
  if (state === 'CANCELLED')
    return dryRun
      ? `The look was cancelled after ${done} of ${total}`
      : `Cancelled after ${done} of ${total}: what is done stays`
  if (state === 'FAILED') return `Stopped after ${done} of ${total}: what is done stays`
  return dryRun ? 'Nothing was changed. This is what an import would do:' : `${countOf(total, 'folder')} done`
}

/** What became of an archive, and of each of its folders. */
export function ImportResult({ job, folders, canImport, onAnother }: ImportResultProps) {
  const isLook = job.importReport?.dryRun === true
  return (
    <div className={classes.result}>
      <div role="status">
        <h3>{headingOf(job)}</h3>
      </div>
      {folders && folders.length > 0 && <FolderList folders={folders} isLook={isLook} />}
      {!(isLook && canImport) && (
        <div className={classes.buttons}>
          <Button variant="default" leftSection={<IconFileImport size={19} />} onClick={onAnother}>
            Import another
          </Button>
        </div>
      )}
    </div>
  )
}
