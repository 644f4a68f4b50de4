/** A time from one moment up to, and not with, another; milliseconds since 1970. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Lengths of the buckets that sums are kept for, the longest first. Days are those of UTC. */
export const levels = [
  { level: 'day', lengthMs: 86_400_000 },
  { level: 'hour', lengthMs: 3_600_000 },
  { level: 'minute', lengthMs: 60_000 },
] as const

/** A kind of sum. */
export type Level = (typeof levels)[number]['level']

/** Until when sums of each level are complete. */
export type RolledUntil = Readonly<Record<Level, number>>

/** Which sums and which raw rows together are a time, each moment once. */
export type CutRange = Readonly<Record<Level | 'raw', readonly Span[]>>

/**
 * Cuts a time into whole days, whole hours, whole minutes and what is left at its edges, so that few rows say what happened in it.
 * @param until levels are used up to there; what came later is raw
 * @param longestMs no bucket longer than this
 */
export function cutRange(range: Span, until: RolledUntil, longestMs = Number.POSITIVE_INFINITY): CutRange {
  const cut: Record<Level | 'raw', Span[]> = { day: [], hour: [], minute: [], raw: [] }
  let left: Span[] = range.to > range.from ? [range] : []
  for (const { level, lengthMs } of levels) {
    if (lengthMs > longestMs) continue
    left = left.flatMap((span) => {
      const whole = wholeBuckets(span, lengthMs, until[level])
      if (!whole) return [span]
      cut[level].push(whole)
      return [
        { from: span.from, to: whole.from },
        { from: whole.to, to: span.to },
      ].filter(({ from, to }) => to > from)
    })
  }
  cut.raw = left
  return cut
}

function wholeBuckets({ from, to }: Span, lengthMs: number, until: number): Span | undefined {
  const first = Math.ceil(from / lengthMs) * lengthMs
  const last = Math.floor(Math.min(to, until) / lengthMs) * lengthMs
  return last > first ? { from: first, to: last } : undefined
}
