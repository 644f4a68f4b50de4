/** How a figure stands against the time before. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same'
  /** `good` and `bad` are for people who run the thing; `plain` is neither, or too little to tell. */
  readonly tone: 'good' | 'bad' | 'plain'
  /** For example “12 % slower”. */
  readonly words: string
}

/** Figures of a time, of so many runs. */
interface Counted {
  readonly count: number
}

/** Less than this is chance; … */
const NOTHING = 0.05
/** … and less than this is nothing to paint red. */
const NOTABLE = 0.1
/** The same for shares, in per cent points. */
const NOTHING_POINTS = 0.5
const NOTABLE_POINTS = 1
/** A change from or to fewer runs than this is told, but not painted. */
const FEW = 20

const kinds = {
  duration: { more: 'slower', less: 'faster', moreIs: 'bad' },
  count: { more: 'more', less: 'fewer', moreIs: 'plain' },
} as const

const same = (words: string): Change => ({ direction: 'same', tone: 'plain', words })
const opposite = { good: 'bad', bad: 'good', plain: 'plain' } as const
const few = (now: Counted, before: Counted) => Math.min(now.count, before.count) < FEW

/** Tells a figure against the one before; null when there is none to compare with. */
export function changeOf<T extends Counted>(
  now: T,
  before: T | null | undefined,
  of: (figures: T) => number,
  kind: keyof typeof kinds,
): Change | null {
  if (!before) return null
  const [value, valueBefore] = [of(now), of(before)]
  if (valueBefore === 0) return value === 0 ? same('the same') : null
  const change = value / valueBefore - 1
  if (Math.abs(change) < NOTHING) return same('about the same')
  const { more, less, moreIs } = kinds[kind]
  const up = change > 0
  const told = Math.abs(change) >= NOTABLE && !few(now, before)
  return {
    direction: up ? 'up' : 'down',
    tone: told ? (up ? moreIs : opposite[moreIs]) : 'plain',
    words: `${size(change)} ${up ? more : less}`,
  }
}

function size(change: number): string {
  if (change >= 1) return `${Number((change + 1).toFixed(1))}×`
  return `${Math.round(Math.abs(change) * 100)} %`
}

/**
 * Tells a share (0..1) against the one before, in per cent points; null when there is none to compare with.
 * @param moreIs what it means when it has grown
 */
export function changeOfShare<T extends Counted>(
  now: T,
  before: T | null | undefined,
  of: (figures: T) => number | null,
  moreIs: Change['tone'],
): Change | null {
  if (!before) return null
  const [value, valueBefore] = [of(now), of(before)]
  if (value === null || valueBefore === null) return null
  const points = Math.round((value - valueBefore) * 1000) / 10
  if (Math.abs(points) < NOTHING_POINTS) return same('about the same')
  const up = points > 0
  const told = Math.abs(points) >= NOTABLE_POINTS && !few(now, before)
  return {
    direction: up ? 'up' : 'down',
    tone: told ? (up ? moreIs : opposite[moreIs]) : 'plain',
    words: `${Math.abs(points)} points ${up ? 'more' : 'less'}`,
  }
}
