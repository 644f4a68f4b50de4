/** A time that a chart shows, in milliseconds since the attempt began to wait. */
export interface TimeScale {
  readonly fromMs: number
  readonly toMs: number
  /** Where lines are drawn, at round times since `fromMs`. */
  readonly ticks: readonly { readonly place: number; readonly ms: number }[]
}

const MOST_TICKS = 5

/** A scale from one moment to another, with at most five round steps. */
export function timeScale(fromMs: number, toMs: number): TimeScale {
  const length = Math.max(toMs - fromMs, 0.001)
  const rough = length / MOST_TICKS
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const count = Math.floor(length / step + 1e-9)
  const ticks = Array.from({ length: count + 1 }, (_, index) => ({ ms: index * step, place: (index * step) / length }))
  return { fromMs, toMs: fromMs + length, ticks }
}

/** Where a span lies on a scale, 0..1; null when it lies outside. */
export function placeOn(
  { fromMs, toMs }: TimeScale,
  startMs: number,
  lengthMs: number,
): { readonly left: number; readonly width: number } | null {
  const [start, end] = [Math.max(startMs, fromMs), Math.min(startMs + lengthMs, toMs)]
  if (end < start) return null
  return { left: (start - fromMs) / (toMs - fromMs), width: (end - start) / (toMs - fromMs) }
}
