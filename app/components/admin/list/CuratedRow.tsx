import Link from 'next/link'
import { fieldList } from '../../../curate/fieldName'
import type { CuratedRowFieldsFragment } from '../../../generated/graphql'
import { Moment } from '../parts/Moment'
import { StateBadge } from '../parts/StateBadge'
import { StoredPicture } from '../parts/StoredPicture'
import classes from './CuratedList.module.css'

interface CuratedRowProps {
  readonly template: CuratedRowFieldsFragment
  /** Another one looks like it, and nobody has decided about that. */
  readonly alike: boolean
}

const used = (uses: number): string => (uses === 0 ? 'Never used' : uses === 1 ? 'Used once' : `Used ${uses} times`)

/** A template in the curators' list. */
export function CuratedRow({
  template: { id, state, updatedAt, missing, mergedInto, template },
  alike,
}: CuratedRowProps) {
  const { name, slug, uses, boxes, animated, thumbnail } = template
  const facts = [boxes.length === 1 ? '1 box' : `${boxes.length} boxes`, used(uses), ...(animated ? ['moves'] : [])]
  return (
    <li>
      <Link href={`/admin/templates/${id}`} className={classes.row}>
        <span className={classes.thumb}>
          <StoredPicture image={thumbnail} alt="" />
        </span>
        <span className={classes.what}>
          <b>{name}</b>
          <small className={classes.address}>/{slug}</small>
          <small>{facts.join(' · ')}</small>
        </span>
        <span className={classes.marks}>
          <StateBadge state={state} />
          {alike && <span className={classes.flag}>Look-alike</span>}
          {state === 'DRAFT' && missing.length > 0 && (
            <small>Missing: {fieldList([...new Set(missing.map(({ field }) => field.split('.')[0]!))])}</small>
          )}
          {mergedInto && <small>Merged into {mergedInto.template.name}</small>}
          <small>
            <Moment at={updatedAt} />
          </small>
        </span>
      </Link>
    </li>
  )
}
