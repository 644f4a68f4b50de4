'use client'

import { Button, Group, Text } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react'
import type { EditorTab } from '../../../curate/editorTab'
import { fieldName } from '../../../curate/fieldName'
import type { CuratedTemplateFieldsFragment } from '../../../generated/graphql'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import { useLatestLookAlikes } from '../../../hooks/useWorkerNews'
import { Dialog } from '../parts/Dialog'
import { Trouble } from '../parts/Trouble'
import { LookAlikePair } from './LookAlikePair'
import classes from './PublishDialog.module.css'

interface PublishDialogProps {
  readonly editing: TemplateEditing
  /** @returns whether it is published now */
  readonly onPublish: (from: CuratedTemplateFieldsFragment) => Promise<boolean>
  readonly onTab: (tab: EditorTab) => void
  readonly onClose: () => void
}

/** What stands between a draft and everybody: what is missing, and templates that may be the same. */
export function PublishDialog({ editing, onPublish, onTab, onClose }: PublishDialogProps) {
  const { saved, changed, busy, trouble, save } = editing
  useLatestLookAlikes(editing)
  const { missing, duplicates, duplicatesKnown } = saved
  const publish = async () => {
    const outcome = changed.length > 0 ? await save() : null
    if (outcome && outcome.kind !== 'done') return outcome.kind === 'conflict' ? onClose() : undefined
    if (await onPublish(outcome?.template ?? saved)) onClose()
  }
  const fix = (field: string) => {
    onTab(field.startsWith('boxes') ? 'boxes' : field.startsWith('pictures') ? 'pictures' : 'words')
    onClose()
  }
  const unsaved = (field: string) => changed.some((name) => field === name || field.startsWith(`${name}.`))
  const open = missing.filter(({ field }) => !unsaved(field))
  return (
    <Dialog onClose={onClose} title={`Publish “${saved.template.name}”`} size="lg">
      {open.length > 0 ? (
        <>
          <Text>Something is missing yet:</Text>
          <ul className={classes.missing}>
            {open.map(({ field, message }) => (
              <li key={field}>
                <IconAlertCircle size={20} aria-hidden="true" />
                <span>
                  <b>{fieldName(field)}.</b> {message}
                </span>
                <Button size="compact-sm" variant="default" onClick={() => fix(field)}>
                  Go there
                </Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={classes.ready}>
          <IconCircleCheck size={20} aria-hidden="true" /> All that publishing needs is there.
        </p>
      )}
      {!duplicatesKnown && (
        <Text mt="sm" size="sm" c="var(--text-soft)" role="status">
          Its pictures are still being compared with other templates. That takes a moment.
        </Text>
      )}
      {duplicates.length > 0 && (
        <section className={classes.alike} aria-label="May be the same">
          <h2>Is it one of these?</h2>
          {duplicates.map((duplicate) => (
            <LookAlikePair key={duplicate.template.id} editing={editing} duplicate={duplicate} />
          ))}
        </section>
      )}
      {trouble && <Trouble {...trouble} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <Button
          disabled={open.length > 0}
          loading={busy === 'save' || busy === 'PUBLISHED'}
          onClick={() => void publish()}
        >
          {duplicates.length > 0 || !duplicatesKnown ? 'Publish all the same' : 'Publish'}
        </Button>
      </Group>
    </Dialog>
  )
}
