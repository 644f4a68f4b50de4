import { IconBellRinging } from '@tabler/icons-react'
import type { HealthFieldsFragment } from '../../../../generated/graphql'
import { sayDuration } from '../../../../performance/sayDuration'
import { When } from '../parts/When'
import classes from './AlertsPanel.module.css'

interface ActiveAlertsProps {
  readonly alerts: HealthFieldsFragment['alerts']['active']
  /** The moment of the answer. */
  readonly at: string
}

/** What is over its threshold now; nothing at all when nothing is. */
export const ActiveAlerts = ({ alerts, at }: ActiveAlertsProps) =>
  alerts.length > 0 && (
    <ul className={classes.active} aria-label="Alerts now">
      {alerts.map(({ id, text, openedAt }) => (
        <li key={id}>
          <IconBellRinging size={18} aria-hidden="true" />
          <span>
            <b>{text}</b> For {sayDuration(Math.max(0, Date.parse(at) - Date.parse(openedAt)))}, since{' '}
            <When at={openedAt} />.
          </span>
        </li>
      ))}
    </ul>
  )
