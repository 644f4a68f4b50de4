import type { AlertKind } from '#core/alerts/alertKinds'
import { database } from '../database'
import { Prisma } from '../generated/prisma/client'

/** A figure that was over its threshold. */
export interface StoredAlert {
  readonly id: string
  readonly kind: AlertKind
  /** When it was opened. */
  readonly value: number
  /** The most since. */
  readonly worst: number
  readonly threshold: number
  readonly openedAt: Date
  readonly closedAt: Date | null
  /** When the webhook was told. */
  readonly openingSentAt: Date | null
  readonly closingSentAt: Date | null
}

const alertsWhere = (condition: Prisma.Sql, rest: Prisma.Sql): Promise<StoredAlert[]> => database().$queryRaw<
  StoredAlert[]
>`select alert.id, kind, value, worst, threshold, opened_at as "openedAt", closed_at as "closedAt",
    opening.sent_at as "openingSentAt", closing.sent_at as "closingSentAt"
  from alert left join alert_message opening on opening.alert_id = alert.id and opening.event = 'opened'
    left join alert_message closing on closing.alert_id = alert.id and closing.event = 'closed'
  where ${condition} order by ${rest}`

/** What is wrong now, the oldest first. */
export const activeAlerts = (): Promise<readonly StoredAlert[]> =>
  alertsWhere(Prisma.sql`closed_at is null`, Prisma.sql`opened_at`)

/** What is over, the latest first. */
export const recentAlerts = (count: number): Promise<readonly StoredAlert[]> =>
  alertsWhere(Prisma.sql`closed_at is not null`, Prisma.sql`closed_at desc limit ${count}`)
