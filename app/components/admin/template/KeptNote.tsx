'use client'

import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { fieldList } from '../../../curate/fieldName'
import { useKeptDraft } from '../../../hooks/useKeptDraft'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import classes from './ConflictNote.module.css'

/** Offers what somebody changed in this tab, did not save, and left behind. */
export function KeptNote({ editing }: { readonly editing: TemplateEditing }) {
  const kept = useKeptDraft(editing)
  if (!kept || kept.fields.length === 0) return null
  return (
    <section className={classes.note} aria-label="Changes that were not saved">
      <IconHistory size={22} stroke={1.8} aria-hidden="true" />
      <div>
        <h2>You left changes here without saving them</h2>
        <p>They are about {fieldList(kept.fields)}.</p>
        <div className={classes.choices}>
          <Button size="xs" onClick={kept.bringBack}>
            Bring them back
          </Button>
          <Button size="xs" variant="default" onClick={kept.forget}>
            Forget them
          </Button>
        </div>
      </div>
    </section>
  )
}
