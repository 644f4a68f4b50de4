'use client'

import { Loader } from '@mantine/core'
import Link from 'next/link'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import { useLatestLookAlikes } from '../../../hooks/useWorkerNews'
import { LookAlikePair } from './LookAlikePair'
import classes from './LookAlikes.module.css'

/** Templates that look like this one, to be decided about. */
export function LookAlikesPanel({ editing }: { readonly editing: TemplateEditing }) {
  useLatestLookAlikes(editing)
  const { duplicates, duplicatesKnown, markedDifferent } = editing.saved
  return (
    <div className={classes.panel}>
      {!duplicatesKnown && (
        <p className={classes.waiting} role="status">
          <Loader size={18} color="var(--text-soft)" /> Its pictures are being compared with all other templates.
        </p>
      )}
      {duplicatesKnown && duplicates.length === 0 && (
        <p className={classes.none}>No other template looks like this one.</p>
      )}
      {duplicates.map((duplicate) => (
        <LookAlikePair key={duplicate.template.id} editing={editing} duplicate={duplicate} />
      ))}
      {markedDifferent.length > 0 && (
        <p className={classes.none}>
          Known to be different:{' '}
          {markedDifferent.map(({ id, template }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link href={`/admin/templates/${id}`}>{template.name}</Link>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
