import { database } from '../database'

/** Longer than this nobody tries to send a message. */
export const SENT_WITHIN_HOURS = 24

/** How sending goes. */
export interface WebhookState {
  /** Whether this process has an address. */
  readonly configured: boolean
  readonly lastSentAt: Date | null
  /** Why the latest try failed; null when it did not. */
  readonly failure: string | null
  /** Messages that are still to be sent. */
  readonly waiting: number
}

/** Where alerts go. It is a secret: never logged, never shown. */
export const webhookAddress = (): string | undefined => process.env.ALERT_WEBHOOK_URL || undefined

/** How sending goes, whichever process does it. */
export async function webhookState(): Promise<WebhookState> {
  const [row] = await database().$queryRaw<Omit<WebhookState, 'configured'>[]>`
    select max(sent_at) as "lastSentAt",
      count(*) filter (where sent_at is null and created_at > now() - make_interval(hours => ${SENT_WITHIN_HOURS}::int))::int as waiting,
      (select failure from alert_message where tried_at is not null order by tried_at desc limit 1) as failure
    from alert_message`
  return { configured: webhookAddress() !== undefined, ...row! }
}
