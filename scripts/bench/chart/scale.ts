/** Where values stand on an axis. */
export interface Scale {
  /** 0..1 along the axis. */
  at(value: number): number
  /** Values that get a line and a number. */
  readonly ticks: readonly number[]
}

/** Ten times more per equal step: for figures that lie far apart. From the power of ten below the least to the one above the most. */
export function logScale(values: readonly number[]): Scale {
  const known = values.filter((value) => value > 0)
  const from = Math.floor(Math.log10(Math.min(...known)))
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...known))))
  return {
    at: (value) => Math.min(1, Math.max(0, (Math.log10(value) - from) / (to - from))),
    ticks: Array.from({ length: to - from + 1 }, (_, step) => 10 ** (from + step)),
  }
}

const niceSteps = [1, 2, 2.5, 5, 10]

/** From zero, in four to eight round steps. */
export function linearScale(values: readonly number[]): Scale {
  const most = Math.max(...values, Number.MIN_VALUE)
  const power = 10 ** Math.floor(Math.log10(most / 5))
  const step = power * niceSteps.find((nice) => (nice * power * 6 >= most ? nice : undefined))!
  const count = Math.ceil(most / step)
  return {
    at: (value) => Math.min(1, Math.max(0, value / (count * step))),
    ticks: Array.from({ length: count + 1 }, (_, k) => k * step),
  }
}
