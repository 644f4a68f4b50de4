import type { PerformanceFiguresQueryVariables, Warmth } from '../generated/graphql'

/** The times that the page offers, with what they are called. */
export const ranges = [
  { name: '15m', minutes: 15, label: '15 min', words: 'the last 15 minutes', before: 'the 15 minutes before' },
  { name: '1h', minutes: 60, label: '1 h', words: 'the last hour', before: 'the hour before' },
  { name: '6h', minutes: 360, label: '6 h', words: 'the last 6 hours', before: 'the 6 hours before' },
  { name: '24h', minutes: 1_440, label: '24 h', words: 'the last 24 hours', before: 'the 24 hours before' },
  { name: '7d', minutes: 10_080, label: '7 d', words: 'the last 7 days', before: 'the 7 days before' },
  { name: '30d', minutes: 43_200, label: '30 d', words: 'the last 30 days', before: 'the 30 days before' },
] as const

/** One of them. */
export type RangeName = (typeof ranges)[number]['name']

/** A time of one's own: moments as ISO 8601 says them; up to now when `to` is null. */
export interface OwnRange {
  readonly from: string
  readonly to: string | null
}

/** What of performance is looked at: all of it stands in the address. */
export interface PerformanceAsked {
  readonly range: RangeName | OwnRange
  /** A stage, or `job` for whole jobs. */
  readonly operation: string
  readonly worker: string | null
  readonly device: string | null
  readonly warmth: Warmth | null
}

const usual: RangeName = '1h'

/** What an address asks for; what makes no sense in it counts as left out. @param value gives a part of it by name */
export function performanceAsked(value: (name: string) => string | null | undefined): PerformanceAsked {
  const named = ranges.find(({ name }) => name === value('range'))?.name
  const [from, to] = [moment(value('from')), moment(value('to'))]
  const own = from !== null && (to === null || to > from) ? { from, to } : null
  const name = (part: string) => value(part)?.slice(0, 100) || null
  const warmth = (['WARM', 'COLD'] as const).find((one) => one.toLowerCase() === value('warmth'))
  return {
    range: named ?? own ?? usual,
    operation: name('operation') ?? 'job',
    worker: name('worker'),
    device: name('device'),
    warmth: warmth ?? null,
  }
}

function moment(text: string | null | undefined): string | null {
  const read = new Date(text && /^\d{4}-\d\d-\d\d/.test(text) ? text : Number.NaN)
  return Number.isNaN(read.getTime()) ? null : read.toISOString()
}

/** The address that asks for it. What goes without saying is not in it. */
export function performanceAddress({ range, operation, worker, device, warmth }: PerformanceAsked): string {
  const parts = new URLSearchParams()
  if (typeof range !== 'string') {
    parts.set('from', range.from)
    if (range.to !== null) parts.set('to', range.to)
  } else if (range !== usual) parts.set('range', range)
  if (operation !== 'job') parts.set('operation', operation)
  if (worker) parts.set('worker', worker)
  if (device) parts.set('device', device)
  if (warmth) parts.set('warmth', warmth.toLowerCase())
  return `/admin/performance${parts.size > 0 ? `?${parts}` : ''}`
}

/** What the API is asked for. */
export function figuresVariables({
  range,
  operation,
  worker,
  device,
  warmth,
}: PerformanceAsked): PerformanceFiguresQueryVariables {
  const own =
    typeof range === 'string'
      ? { minutes: minutesOf(range) }
      : { from: range.from, ...(range.to ? { to: range.to } : {}) }
  return { range: own, operation, worker, device, warmth }
}

const minutesOf = (name: RangeName): number => ranges.find((one) => one.name === name)!.minutes

/** Whether new figures can come in: a time that has ended stays as it is. */
export const goesOn = ({ range }: PerformanceAsked): boolean => typeof range === 'string' || range.to === null

/** How often figures of a time are asked for again, in seconds: a month does not change in five. */
export function everySeconds({ range }: PerformanceAsked): number {
  const minutes = typeof range === 'string' ? minutesOf(range) : (Date.now() - Date.parse(range.from)) / 60_000
  if (minutes <= 60) return 5
  if (minutes <= 360) return 10
  return minutes <= 1_440 ? 30 : 60
}

/** The time in words, and the one that it is compared with. */
export function rangeWords({ range }: PerformanceAsked): { readonly words: string; readonly before: string } {
  if (typeof range === 'string') return ranges.find(({ name }) => name === range)!
  return { words: 'the chosen time', before: 'the time of the same length before' }
}
