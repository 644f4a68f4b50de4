'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useState } from 'react'
import { MarkTemplatesDifferent } from '../../../client/curatedTemplateDocuments'
import { request } from '../../../client/request'
import { templateDraft } from '../../../curate/templateDraft'
import type { CuratedTemplateFieldsFragment } from '../../../generated/graphql'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import { StateBadge } from '../parts/StateBadge'
import { StoredPicture } from '../parts/StoredPicture'
import { tell } from '../tell'
import classes from './LookAlikes.module.css'
import { MergeDialog } from './MergeDialog'

/** What a template looks like to curators who compare it. */
export type LookAlike = CuratedTemplateFieldsFragment['duplicates'][number]

interface LookAlikePairProps {
  readonly editing: TemplateEditing
  readonly duplicate: LookAlike
}

const found = { FINGERPRINT: 'by their fingerprints', CLIP: 'by what they show' }

/** This template and one that looks like it, side by side. */
export function LookAlikePair({ editing, duplicate }: LookAlikePairProps) {
  const { saved, draft, attempt, busy } = editing
  const { template: other, similarity, foundBy } = duplicate
  const [merging, setMerging] = useState(false)
  const different = async () => {
    const input = { templateId: saved.id, otherId: other.id }
    const outcome = await attempt(`different ${other.id}`, templateDraft(saved), async () => {
      return (await request(MarkTemplatesDifferent, { input })).markTemplatesDifferent
    })
    if (outcome.kind === 'done') tell('They are different. This is remembered.')
  }
  const mine = draft.pictures.find(({ style }) => style === 'default')?.image
  const theirs = other.template.pictures[0]?.image
  return (
    <article className={classes.pair} aria-label={`Looks like “${other.template.name}”`}>
      <p className={classes.how}>
        <b>{Math.round(similarity * 100)} % alike</b>, found {found[foundBy]}.
      </p>
      <div className={classes.sides}>
        <figure>
          {mine && <StoredPicture image={mine} alt="" />}
          <figcaption>This one</figcaption>
        </figure>
        <figure>
          {theirs && <StoredPicture image={theirs} alt={other.template.description} />}
          <figcaption>
            <Link href={`/admin/templates/${other.id}`}>{other.template.name}</Link> <StateBadge state={other.state} />
          </figcaption>
        </figure>
      </div>
      <div className={classes.decide}>
        <Button size="sm" variant="default" onClick={() => setMerging(true)}>
          They are the same: merge…
        </Button>
        <Button size="sm" variant="default" loading={busy === `different ${other.id}`} onClick={() => void different()}>
          They are different
        </Button>
      </div>
      {merging && <MergeDialog editing={editing} other={other} onClose={() => setMerging(false)} />}
    </article>
  )
}
