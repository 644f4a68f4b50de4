/** How a figure stands against the time before. */
export interface Change {
  readonly direction: 'up' | 'down' | 'same'
  /** `good` and `bad` are for people who run the thing; `plain` is neither. */
  readonly tone: 'good' | 'bad' | 'plain'
  /** For example “12 % slower”. */
  readonly words: string
}

/** Less than this is chance; … */
const NOTHING = 0.05
/** … and less than this is nothing to paint red. */
const NOTABLE = 0.1
/** The same for shares, in per cent points. */
const NOTHING_POINTS = 0.5
const NOTABLE_POINTS = 1

interface Words {
  readonly more: string
  readonly less: string
  readonly moreIs: Change['tone']
}

/** What kinds of figures there are. */
export const figureKinds = {
  duration: { more: 'slower', less: 'faster', moreIs: 'bad' },
  count: { more: 'more', less: 'fewer', moreIs: 'plain' },
} as const satisfies Record<string, Words>

/** Tells a figure against the one before; null when there is none to compare with. */
export function changeOf(
  now: number,
  before: number | null | undefined,
  kind: keyof typeof figureKinds,
): Change | null {
  if (before == null) return null
  const { more, less, moreIs } = figureKinds[kind]
  if (before === 0) return now === 0 ? { direction: 'same', tone: 'plain', words: 'the same' } : null
  const change = now / before - 1
  if (Math.abs(change) < NOTHING) return { direction: 'same', tone: 'plain', words: 'about the same' }
  const up = change > 0
  const tone = Math.abs(change) < NOTABLE ? 'plain' : toneOf(up, moreIs)
  return { direction: up ? 'up' : 'down', tone, words: `${size(change)} ${up ? more : less}` }
}

function toneOf(up: boolean, moreIs: Change['tone']): Change['tone'] {
  const opposite = { good: 'bad', bad: 'good', plain: 'plain' } as const
  return up ? moreIs : opposite[moreIs]
}

function size(change: number): string {
  if (change >= 1) return `${Number((change + 1).toFixed(1))}×`
  return `${Math.round(Math.abs(change) * 100)} %`
}

/** Tells a share (0..1) against the one before, in per cent points. */
export function changeOfShare(now: number, before: number | null | undefined, moreIs: Change['tone']): Change | null {
  if (before == null) return null
  const points = Math.round((now - before) * 1000) / 10
  if (Math.abs(points) < NOTHING_POINTS) return { direction: 'same', tone: 'plain', words: 'about the same' }
  const up = points > 0
  const tone = Math.abs(points) < NOTABLE_POINTS ? 'plain' : toneOf(up, moreIs)
  return { direction: up ? 'up' : 'down', tone, words: `${Math.abs(points)} points ${up ? 'more' : 'less'}` }
}
