import { percentile } from '#scripts/eval/percentile'

/** How long one thing took, in milliseconds. */
export interface Timed<T> {
  readonly item: T
  readonly ms: number
}

/** Runs one after the other, as one person does. */
export async function timed<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<readonly Timed<T>[]> {
  const times: Timed<T>[] = []
  for (const item of items) {
    const start = performance.now()
    await run(item)
    times.push({ item, ms: performance.now() - start })
  }
  return times
}

const rounded = (value: number) => Math.round(value * 10) / 10

function spread(times: readonly Timed<unknown>[]) {
  const ms = times.map((one) => one.ms)
  return {
    n: ms.length,
    p50: rounded(percentile(ms, 0.5)),
    p95: rounded(percentile(ms, 0.95)),
    max: rounded(Math.max(...ms)),
  }
}

/** Of all, of each kind, and the three that took longest. */
export function figures<T extends { readonly kind: string }>(times: readonly Timed<T>[]) {
  const kinds = [...new Set(times.map(({ item }) => item.kind))].sort()
  const slowest = [...times].sort((a, b) => b.ms - a.ms).slice(0, 3)
  return {
    ...spread(times),
    kinds: Object.fromEntries(kinds.map((kind) => [kind, spread(times.filter(({ item }) => item.kind === kind))])),
    slowest: slowest.map(({ item, ms }) => ({ ...item, ms: rounded(ms) })),
  }
}
