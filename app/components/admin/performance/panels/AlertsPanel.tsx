import type { HealthFieldsFragment } from '../../../../generated/graphql'
import { alertFigure, alertTitle } from '../../../../performance/alertNames'
import page from '../Performance.module.css'
import { CsvButton } from '../parts/CsvButton'
import { type Column, DataTable } from '../parts/DataTable'
import { Panel } from '../parts/Panel'
import { When } from '../parts/When'
import classes from './AlertsPanel.module.css'

type Alerts = HealthFieldsFragment['alerts']
type Rule = Alerts['rules'][number]

const isOver = ({ value, threshold }: Rule) => value != null && value > threshold

const columns: readonly Column<Rule>[] = [
  { head: 'Watched', csvHead: 'watched', cell: ({ kind }) => alertTitle(kind), csv: ({ kind }) => kind },
  {
    head: 'Now',
    csvHead: 'now (unit as the name says)',
    cell: ({ kind, value }) => (value == null ? 'too few jobs' : alertFigure(kind, value)),
    csv: ({ value }) => value ?? null,
    number: true,
  },
  {
    head: 'Alert above',
    csvHead: 'threshold (unit as the name says)',
    cell: ({ kind, threshold }) => alertFigure(kind, threshold),
    csv: ({ threshold }) => threshold,
    number: true,
  },
  {
    head: 'State',
    csvHead: 'state',
    cell: (rule) => (isOver(rule) ? <span className={classes.over}>over</span> : 'fine'),
    csv: (rule) => (isOver(rule) ? 'over' : 'fine'),
  },
]

/** Where alerts go, in a sentence. */
function WebhookNote({ webhook: { configured, failure, waiting, lastSentAt } }: Pick<Alerts, 'webhook'>) {
  const waits = waiting > 0 && ` ${waiting} wait to be sent.`
  if (!configured)
    return <p className={page.note}>Alerts are shown here only: ALERT_WEBHOOK_URL would send them somewhere.</p>
  if (failure)
    return (
      <p className={page.note}>
        The webhook could not be reached: {failure}
        {waits}
      </p>
    )
  return (
    <p className={page.note}>
      {lastSentAt ? (
        <>
          Sent to the webhook, lately on <When at={lastSentAt} />.
        </>
      ) : (
        'The webhook is set; nothing had to be sent yet.'
      )}
      {waits}
    </p>
  )
}

/** What is watched, with its thresholds, and what was wrong lately. */
export function AlertsPanel({ alerts: { rules, recent, webhook, checkedAt } }: { readonly alerts: Alerts }) {
  return (
    <Panel
      title="Alerts"
      about={
        <>
          What is watched; thresholds stand in config.yaml under alerts.{' '}
          {checkedAt ? (
            <>
              Last looked <When at={checkedAt} withSeconds />.
            </>
          ) : (
            'The first look comes within a minute.'
          )}
        </>
      }
      actions={<CsvButton name="alerts" columns={columns} rows={rules} />}
    >
      {rules.length === 0 ? (
        <p className={page.note}>Nothing is watched: every threshold is 0.</p>
      ) : (
        <DataTable label="What is watched" columns={columns} rows={rules} rowKey={({ kind }) => kind} />
      )}
      <h3 className={classes.title}>Lately</h3>
      {recent.length === 0 ? (
        <p className={page.note}>No alert has come and gone.</p>
      ) : (
        <ul className={classes.recent}>
          {recent.map(({ id, text, openedAt }) => (
            <li key={id}>
              <When at={openedAt} /> {text}
            </li>
          ))}
        </ul>
      )}
      <WebhookNote webhook={webhook} />
    </Panel>
  )
}
