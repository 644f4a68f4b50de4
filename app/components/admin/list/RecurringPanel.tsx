import { Button } from '@mantine/core'
import Link from 'next/link'
import type { CurationWorkQuery } from '../../../generated/graphql'
import { StoredPicture } from '../parts/StoredPicture'
import { WorkPanel } from './WorkPanel'
import classes from './WorkPanel.module.css'

interface RecurringPanelProps {
  readonly uploads: CurationWorkQuery['curation']['recurringUploads']
}

/** Pictures that people bring again and again and that no template matches. */
export const RecurringPanel = ({ uploads }: RecurringPanelProps) => (
  <WorkPanel
    title="Uploads that keep coming back"
    about="No template matches these pictures. They may deserve one."
    count={uploads.length}
  >
    <ul className={classes.list}>
      {uploads.map(({ id, picture, count }) => (
        <li key={id} className={classes.item}>
          {picture ? <StoredPicture image={picture} alt="" /> : <span className={classes.gone}>File gone</span>}
          <span>
            Came {count} times
            {picture && (
              <Button component={Link} href={`/admin/templates/new?upload=${id}`} variant="default" size="compact-sm">
                Make a template of this
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  </WorkPanel>
)
