import { Counter, Gauge, type Registry } from 'prom-client'
import type { CachesOfProcess } from '#store/performance/cachesNow'

const labelNames = ['cache', 'tier', 'process'] as const

/**
 * Adds what caches have counted, a process at a time: counters begin anew with each process, as Prometheus expects it of one that has its own label.
 * @param nameOf what a process is called
 */
export function tellCaches(
  registry: Registry,
  processes: readonly CachesOfProcess[],
  nameOf: (processId: string) => string,
): void {
  const registers = [registry]
  const counter = (name: string, help: string) =>
    new Counter({ name: `memezap_cache_${name}_total`, help, labelNames, registers })
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `memezap_cache_${name}`, help, labelNames, registers })
  const hits = counter('hits', 'How often a cache had what was asked for.')
  const misses = counter('misses', 'How often it did not.')
  const evictions = counter('evictions', 'Left out to make room, or because their time was over.')
  const failures = counter('failures', 'How often a cache could not be asked or written.')
  const saved = counter('saved_seconds', 'Work that hits saved.')
  const entries = gauge('entries', 'What is kept, where the process knows.')
  const bytes = gauge('bytes', 'Bytes kept, where the process knows.')
  for (const { processId, caches } of processes)
    for (const { name, tier, ...counted } of caches) {
      const labels = { cache: name, tier, process: nameOf(processId) }
      hits.inc(labels, counted.hits)
      misses.inc(labels, counted.misses)
      evictions.inc(labels, counted.evictions)
      failures.inc(labels, counted.failures)
      saved.inc(labels, counted.savedMs / 1000)
      if (counted.entries !== null) entries.set(labels, counted.entries)
      if (counted.bytes !== null) bytes.set(labels, counted.bytes)
    }
}
