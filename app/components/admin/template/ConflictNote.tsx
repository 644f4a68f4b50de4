'use client'

import { Button } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { fieldList, fieldName } from '../../../curate/fieldName'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import classes from './ConflictNote.module.css'

/** Somebody else saved this template meanwhile: what to do about fields that both changed. */
export function ConflictNote({ editing }: { readonly editing: TemplateEditing }) {
  const { clashes, changed, takeTheirs, save, busy } = editing
  if (!clashes) return null
  return (
    <section className={classes.note} role="alert" aria-label="Somebody else saved this template">
      <IconUsers size={22} stroke={1.8} aria-hidden="true" />
      <div>
        <h2>Somebody else saved this template while you were at it</h2>
        {clashes.length === 0 ? (
          <p>Your changes and theirs go together: both are on the page now. Look at it, then save again.</p>
        ) : (
          <p>
            You both changed {fieldList(clashes)}. Yours are on the page; theirs are saved. Choose what to keep, then
            save. Undo works here, too.
          </p>
        )}
        <ul>
          {clashes.map((field) => (
            <li key={field}>
              <b>{fieldName(field)}</b>
              <Button size="xs" variant="default" onClick={() => takeTheirs([field])}>
                Take theirs
              </Button>
            </li>
          ))}
        </ul>
        {changed.length > 0 && (
          <Button size="xs" loading={busy === 'save'} onClick={() => void save()}>
            Save mine
          </Button>
        )}
      </div>
    </section>
  )
}
