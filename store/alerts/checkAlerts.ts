import { randomUUID } from 'node:crypto'
import type { AlertKind } from '#core/alerts/alertKinds'
import { CALM_SECONDS, judge, type Reading } from '#core/alerts/judge'
import type { Config } from '#core/config'
import { database } from '../database'
import type { Prisma } from '../generated/prisma/client'
import { type AlertTurn, takeTurn } from './alertCheck'
import { readFigures } from './readFigures'

/** Who changes alerts takes this advisory lock: a slow look and the next one do not meet. */
const ALERTS_LOCK = 7_263_005

/**
 * Looks whether something is wrong, and opens and closes alerts; each change leaves a message for the webhook. May be called by every process at any
 * time: one of them looks, every `alerts.check_seconds`.
 * @returns whether it was this one's turn
 */
export async function checkAlerts(config: Pick<Config, 'alerts' | 'monitoring' | 'queue'>): Promise<boolean> {
  const check = await takeTurn(config)
  if (!check) return false
  const figures = await readFigures(config, check, check.checkedAt ?? undefined)
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${ALERTS_LOCK}::bigint)`
    const open = await tx.$queryRaw<
      { id: string; kind: AlertKind }[]
    >`select id, kind from alert where closed_at is null`
    for (const { id, kind } of open) await goOn(tx, id, figures.get(kind))
    const isOpen = new Set(open.map(({ kind }) => kind))
    for (const [kind, reading] of figures)
      if (!isOpen.has(kind) && judge(reading, false) === 'over') await openAlert(tx, kind, reading, check)
  })
  return true
}

async function openAlert(
  tx: Prisma.TransactionClient,
  kind: AlertKind,
  { value, threshold }: Reading,
  { missing }: AlertTurn,
): Promise<void> {
  const id = randomUUID()
  await tx.$executeRaw`
    insert into alert (id, kind, value, worst, threshold, missing)
    values (${id}::uuid, ${kind}, ${value}, ${value}, ${threshold}, ${kind === 'NO_WORKERS_SECONDS' ? [...missing] : []}::text[])`
  await leaveMessage(tx, id, 'opened')
}

/** @param reading undefined when its figure is not watched any more */
async function goOn(tx: Prisma.TransactionClient, id: string, reading: Reading | undefined): Promise<void> {
  const judgement = reading === undefined ? 'calm' : judge(reading, true)
  if (judgement !== 'calm') {
    await tx.$executeRaw`update alert set calm_since = null, worst = greatest(worst, ${reading?.value ?? null}) where id = ${id}::uuid`
    return
  }
  const closed = await tx.$executeRaw`
    update alert set closed_at = now() where id = ${id}::uuid and calm_since <= now() - make_interval(secs => ${CALM_SECONDS})`
  if (closed === 1) await leaveMessage(tx, id, 'closed')
  else await tx.$executeRaw`update alert set calm_since = coalesce(calm_since, now()) where id = ${id}::uuid`
}

const leaveMessage = (tx: Prisma.TransactionClient, alertId: string, event: 'opened' | 'closed') =>
  tx.$executeRaw`insert into alert_message (id, alert_id, event) values (${randomUUID()}::uuid, ${alertId}::uuid, ${event})`
