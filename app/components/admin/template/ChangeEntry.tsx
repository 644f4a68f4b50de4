import { Button } from '@mantine/core'
import { changeWords } from '../../../curate/changeWords'
import { fieldName } from '../../../curate/fieldName'
import { Moment } from '../parts/Moment'
import type { Change } from './HistoryPanel'
import classes from './HistoryPanel.module.css'

interface ChangeEntryProps {
  readonly change: Change
  readonly restoring: boolean
  readonly onRestore: () => void
}

/** One change: who, when, and each field before and after. */
export function ChangeEntry({ change, restoring, onRestore }: ChangeEntryProps) {
  const { action, actor, at, current, fields } = change
  return (
    <li className={classes.change}>
      <div className={classes.head}>
        <p>
          <b>{actor}</b> {changeWords(action)} <Moment at={at} />
        </p>
        {current ? (
          <span className={classes.now}>As it is now</span>
        ) : (
          <Button size="compact-sm" variant="default" loading={restoring} onClick={onRestore}>
            Restore
          </Button>
        )}
      </div>
      {fields.length > 0 && (
        <details open={fields.length <= 3 && fields.every(({ before }) => before !== null)}>
          <summary>{fields.length === 1 ? fieldName(fields[0]!.field) : `${fields.length} fields`}</summary>
          <dl>
            {fields.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{fieldName(field)}</dt>
                <dd>
                  {before !== null && <del>{before || 'nothing'}</del>}
                  <ins>{after || 'nothing'}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  )
}
