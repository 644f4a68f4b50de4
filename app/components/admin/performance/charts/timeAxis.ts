import { sayMoment, sayTick } from '../../../../performance/sayMoment'
import { timeTicks } from '../../../../performance/timeTicks'
import type { ChartPoint, ChartSeries } from './chartSeries'

/** What a chart over time is given. */
export interface TimeChartProps {
  /** Its name for who cannot see it. */
  readonly title: string
  /** In their order, all steps of the time. */
  readonly points: readonly ChartPoint[]
  readonly series: readonly ChartSeries[]
  readonly format: (value: number) => string
  readonly bucketSeconds: number
  /** Where the axis beside it ends; what suits the values when left out. */
  readonly top?: number
}

const MOST_TICKS = 7

/** The axis below a chart over time. */
export function timeAxis(points: readonly ChartPoint[], bucketSeconds: number) {
  const steps = points.map(({ at }) => at)
  const zoneMinutes = -new Date(steps[0] ?? 0).getTimezoneOffset()
  const seconds = steps.length * bucketSeconds
  return {
    ticks: [...timeTicks(steps, MOST_TICKS, zoneMinutes)],
    tickFormatter: (at: number) => sayTick(at, seconds),
    interval: 'preserveStart' as const,
    minTickGap: 14,
  }
}

/** The axis beside it. */
export const valueAxis = (top: number | 'auto' = 'auto') => ({
  width: 66,
  domain: [0, top] as [number, number | 'auto'],
})

/** What a tooltip of a chart over time is headed with. */
export const tooltipTime = (label: unknown, bucketSeconds: number): string =>
  typeof label === 'number' ? sayMoment(label, bucketSeconds < 60) : ''
