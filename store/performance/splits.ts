import type { Span } from '#core/performance/cutRange'
import { performanceChoices } from './choices'
import type { PerformanceFilter } from './filter'
import { type OperationSummary, summarize } from './summarize'

/** An operation's figures of one part of its runs: either by warmth or by device. */
export interface OperationSplit {
  readonly operation: string
  readonly warmth: 'WARM' | 'COLD' | null
  readonly device: string | null
  readonly figures: OperationSummary
}

/**
 * Figures of a time told apart by warmth and by device. What the filter says of warmth does not hold for the parts by warmth, nor what it says of
 * devices for those by device: one half alone compares to nothing.
 * @param keptMs how far back rows reach
 */
export async function splits(
  range: Span,
  filter: PerformanceFilter,
  keptMs: number,
): Promise<readonly OperationSplit[]> {
  const { devices } = await performanceChoices()
  const parts = [
    { warmth: 'WARM' as const, device: null, filter: { ...filter, cacheHit: true } },
    { warmth: 'COLD' as const, device: null, filter: { ...filter, cacheHit: false } },
    ...devices.map((device) => ({ warmth: null, device, filter: { ...filter, device } })),
  ]
  const found = await Promise.all(
    parts.map(async ({ warmth, device, filter }) => {
      const { operations } = await summarize(range, filter, keptMs)
      return operations.map((figures) => ({ operation: figures.operation, warmth, device, figures }))
    }),
  )
  return found.flat()
}
