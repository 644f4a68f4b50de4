import { alertText, type TellableAlert } from '#core/alerts/alertText'
import type { Config } from '#core/config'
import { database } from '../database'
import { SENT_WITHIN_HOURS, webhookAddress } from './webhookState'

const TIMEOUT_MS = 10_000
/** Who has taken a message keeps it for so long; longer than a try takes, so that two processes never send it at once. */
const TAKEN_SECONDS = 60
/** After the first failure, the second, …; after the last one, always so long. */
const RETRY_SECONDS = [10, 30, 120, 600, 1800] as const

interface Message extends TellableAlert {
  readonly id: string
  readonly alertId: string
  readonly event: 'opened' | 'closed'
  readonly attempts: number
}

/** What became of a message. */
export interface SentMessage {
  readonly id: string
  /** Null: it was sent. Otherwise why not, without the address. */
  readonly failure: string | null
}

/**
 * Sends what is due to the address in ALERT_WEBHOOK_URL, openings before their endings. Any process may call it at any time: each message is taken by one. What
 * fails is tried again later, for a day.
 * @returns what was tried; nothing without an address
 */
export async function sendAlerts({ server }: Pick<Config, 'server'>): Promise<readonly SentMessage[]> {
  const address = webhookAddress()
  const tried: SentMessage[] = []
  if (address === undefined) return tried
  for (let message = await takeMessage(); message; message = await takeMessage()) {
    const failure = await post(address, message, server.public_url)
    const seconds = RETRY_SECONDS[message.attempts - 1] ?? RETRY_SECONDS.at(-1)
    await database().$executeRaw`
      update alert_message set tried_at = now(), failure = ${failure}, sent_at = case when ${failure}::text is null then now() end,
        due_at = now() + make_interval(secs => ${seconds}) where id = ${message.id}::uuid`
    tried.push({ id: message.id, failure })
  }
  return tried
}

/** Times are kept to a millisecond, rounded: what is due at this very moment may lie a little in the future. */
async function takeMessage(): Promise<Message | undefined> {
  const [message] = await database().$queryRaw<Message[]>`
    update alert_message taken set attempts = attempts + 1, due_at = now() + make_interval(secs => ${TAKEN_SECONDS})
    from alert where alert.id = alert_id and taken.id = (
      select id from alert_message message where sent_at is null and due_at <= now() + interval '1 millisecond'
        and created_at > now() - make_interval(hours => ${SENT_WITHIN_HOURS}::int)
        and (event = 'opened' or exists (select from alert_message opening where opening.alert_id = message.alert_id and opening.event = 'opened'
          and (opening.sent_at is not null or opening.created_at <= now() - make_interval(hours => ${SENT_WITHIN_HOURS}::int))))
      order by created_at, event desc limit 1 for update skip locked)
    returning taken.id, alert_id as "alertId", event, attempts, kind, value, worst, threshold, opened_at as "openedAt", closed_at as "closedAt", missing`
  return message
}

/** @returns null when the receiver took it */
async function post(address: string, message: Message, publicUrl: string): Promise<string | null> {
  const { id, attempts, alertId, event, ...alert } = message
  // An opening that comes late still says what was wrong.
  const told = event === 'opened' ? { ...alert, closedAt: null, worst: alert.value } : alert
  const page = publicUrl && `${publicUrl.replace(/\/$/, '')}/admin/performance`
  const text = `${event === 'opened' ? '🔴' : '🟢'} MemeZap: ${alertText(told)}${page && ` ${page}`}`
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({ text, event, messageId: id, alert: { id: alertId, ...told } }),
      // A POST that is sent on becomes a GET on the way.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    return response.ok ? null : `The receiver answered ${response.status}.`
  } catch (error) {
    return reasonOf(error)
  }
}

/** Without the address, which is a secret. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `The receiver did not answer within ${TIMEOUT_MS / 1000} s.`
  const code = ((error as Error).cause as { readonly code?: unknown } | undefined)?.code
  return code === 'ERR_INVALID_URL'
    ? 'ALERT_WEBHOOK_URL is no web address.'
    : `The receiver cannot be reached${typeof code === 'string' ? ` (${code})` : ''}.`
}
