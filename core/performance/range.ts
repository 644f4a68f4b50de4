import type { Span } from './cutRange'

/** A time as it is asked for: the last minutes, or from one moment to another (now when left out). */
export type AskedRange = { readonly minutes: number } | { readonly from: Date; readonly to?: Date }

/** The time that is meant at this moment. */
export function spanOf(asked: AskedRange, now: Date): Span {
  if ('minutes' in asked) return { from: now.getTime() - asked.minutes * 60_000, to: now.getTime() }
  return { from: asked.from.getTime(), to: Math.min(asked.to?.getTime() ?? now.getTime(), now.getTime()) }
}

/** The time of the same length just before. */
export const timeBefore = ({ from, to }: Span): Span => ({ from: from - (to - from), to: from })
