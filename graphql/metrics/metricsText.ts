import { Counter, Gauge, Registry } from 'prom-client'
import { alertKinds } from '#core/alerts/alertKinds'
import type { Config } from '#core/config'
import { activeAlerts } from '#store/alerts/storedAlerts'
import { JobKind } from '#store/generated/prisma/enums'
import { cachesNow } from '#store/performance/cachesNow'
import { queueByKind } from '#store/performance/queueByKind'
import { sharedSizes } from '#store/performance/sharedSizes'
import { performanceTotals, type Total } from '#store/performance/totals'
import { livingWorkers } from '#store/workers'
import { openSubscriptions } from '../limits/subscriptionSlots'
import { jobSlots } from '../performance/jobSlots'
import { DurationMetric } from './durationMetric'
import { tellCaches } from './tellCaches'

/**
 * What Prometheus reads: the dashboard's own numbers, those of this site process, and nothing that is counted twice.
 * @param nameOf what a process is called
 */
export async function metricsText(
  config: Config,
  nameOf: (processId: string) => string,
): Promise<{ readonly text: string; readonly contentType: string }> {
  const registry = new Registry()
  const [totals, workers, queue, caches, sizes, alerts] = await Promise.all([
    performanceTotals(),
    livingWorkers(config.queue.dead_after_seconds),
    queueByKind(await jobSlots(config)),
    cachesNow(),
    sharedSizes(config),
    activeAlerts(),
  ])
  registry.registerMetric(new DurationMetric(totals))
  tellTotals(registry, totals)
  tellCaches(registry, caches, sizes, nameOf)
  const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Gauge<T>({ name, help, labelNames, registers: [registry] })

  const waiting = gauge('memezap_queue_waiting', 'Jobs that wait, by kind.', ['kind'])
  const running = gauge('memezap_queue_running', 'Jobs that run, by kind.', ['kind'])
  const oldest = gauge('memezap_queue_oldest_seconds', 'How long the oldest waiting job has waited.', ['kind'])
  // Every kind, also without a job: a figure that is not told would be a gap in a chart, and no alert could go by it.
  for (const kind of Object.values(JobKind)) {
    const found = queue.find((one) => one.kind === kind)
    waiting.set({ kind }, found?.waiting ?? 0)
    running.set({ kind }, found?.running ?? 0)
    oldest.set({ kind }, found?.oldestWaitingSeconds ?? 0)
  }
  const states = gauge('memezap_workers', 'Workers that live, by state.', ['state'])
  for (const state of ['WARMING', 'READY', 'STOPPING'] as const)
    states.set({ state }, workers.filter((worker) => worker.state === state).length)
  const memory = gauge('memezap_process_resident_bytes', 'Memory of each process.', ['process', 'kind'])
  for (const { id, rssBytes } of workers) memory.set({ process: nameOf(id), kind: 'worker' }, Number(rssBytes))
  memory.set({ process: nameOf(`site-${process.pid}`), kind: 'site' }, process.memoryUsage.rss())
  const isAlert = gauge('memezap_alert', '1 while an alert of this kind is open.', ['kind'])
  for (const kind of alertKinds) isAlert.set({ kind }, alerts.some((alert) => alert.kind === kind) ? 1 : 0)
  gauge('memezap_subscriptions', 'Subscriptions open in this site process.', []).set(openSubscriptions())
  return { text: await registry.metrics(), contentType: registry.contentType }
}

function tellTotals(registry: Registry, totals: readonly Total[]): void {
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
    new Counter<T>({ name, help, labelNames, registers: [registry] })
  const failures = counter('memezap_operation_failures_total', 'Operations that failed, by reason.', [
    'operation',
    'code',
  ])
  const caches = counter('memezap_cache_requests_total', 'What caches were asked for, and whether they had it.', [
    'operation',
    'result',
  ])
  for (const { operation, errorCode, cache, count } of totals) {
    if (errorCode !== '') failures.inc({ operation, code: errorCode }, count)
    // A job has no cache of its own: warm and cold are not requests.
    if (cache !== 'none' && operation !== 'job') caches.inc({ operation, result: cache }, count)
  }
}
