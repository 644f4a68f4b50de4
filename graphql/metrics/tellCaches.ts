import { Counter, Gauge, type Registry } from 'prom-client'
import type { CachesOfProcess } from '#store/performance/cachesNow'
import type { SharedSize } from '#store/performance/sharedSizes'

const labelNames = ['cache', 'tier', 'process'] as const

/**
 * Adds what caches have counted, a process at a time: counters begin anew with each process, as Prometheus expects it of one that has its own label.
 * @param shared what is kept of the caches that no single process knows: their `process` is empty
 * @param nameOf what a process is called
 */
export function tellCaches(
  registry: Registry,
  processes: readonly CachesOfProcess[],
  shared: readonly SharedSize[],
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
  const entries = gauge('entries', 'What is kept; of shared caches once, without a process.')
  const bytes = gauge('bytes', 'Bytes kept, likewise.')
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
  for (const { name, tier, ...kept } of shared) {
    const labels = { cache: name, tier, process: '' }
    if (kept.entries !== null) entries.set(labels, kept.entries)
    if (kept.bytes !== null) bytes.set(labels, kept.bytes)
  }
}
