import Link from 'next/link'
import type { CurationWorkQuery } from '../../../generated/graphql'
import { StoredPicture } from '../parts/StoredPicture'
import { WorkPanel } from './WorkPanel'
import classes from './WorkPanel.module.css'

interface DuplicatesPanelProps {
  readonly pairs: CurationWorkQuery['curation']['duplicates']
}

/** Pairs of templates that look alike, each leading to the newer one, where it is decided. */
export const DuplicatesPanel = ({ pairs }: DuplicatesPanelProps) => (
  <WorkPanel
    title="Look-alikes"
    about="Templates that may be the same. Open one to merge them, or to say that they differ."
    count={pairs.length}
  >
    <ul className={classes.list}>
      {pairs.map(({ older, newer, similarity }) => (
        <li key={`${older.id} ${newer.id}`}>
          <Link href={`/admin/templates/${newer.id}?tab=alike`} className={classes.item}>
            <span className={classes.two}>
              <StoredPicture image={older.template.thumbnail} alt="" />
              <StoredPicture image={newer.template.thumbnail} alt="" />
            </span>
            <span>
              {newer.template.name} and {older.template.name}
              <small>{Math.round(similarity * 100)} % alike</small>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  </WorkPanel>
)
