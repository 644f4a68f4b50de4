import { describe, expect, test } from 'vitest'
import { type CutRange, cutRange, levels } from './cutRange'

const at = (text: string) => Date.parse(`2026-11-${text}Z`)
const never = { day: 0, hour: 0, minute: 0 }
const upTo = (text: string) => {
  const until = at(text)
  const floor = (lengthMs: number) => Math.floor(until / lengthMs) * lengthMs
  return { day: floor(86_400_000), hour: floor(3_600_000), minute: floor(60_000) }
}

/** All pieces, in their order. */
const pieces = (cut: CutRange) =>
  Object.values(cut)
    .flat()
    .sort((a, b) => a.from - b.from)

describe('a time is cut', () => {
  test('into days, hours, minutes and edges', () => {
    const range = { from: at('01T22:58:30'), to: at('05T01:02:15') }
    const cut = cutRange(range, upTo('20T00:00:00'))
    expect(cut).toEqual({
      day: [{ from: at('02T00:00:00'), to: at('05T00:00:00') }],
      hour: [
        { from: at('01T23:00:00'), to: at('02T00:00:00') },
        { from: at('05T00:00:00'), to: at('05T01:00:00') },
      ],
      minute: [
        { from: at('01T22:59:00'), to: at('01T23:00:00') },
        { from: at('05T01:00:00'), to: at('05T01:02:00') },
      ],
      raw: [
        { from: at('01T22:58:30'), to: at('01T22:59:00') },
        { from: at('05T01:02:00'), to: at('05T01:02:15') },
      ],
    })
  })

  test('into rows alone before anything was summed up, or for fine steps', () => {
    const range = { from: at('01T00:00:00'), to: at('03T00:00:00') }
    expect(cutRange(range, never)).toEqual({ day: [], hour: [], minute: [], raw: [range] })
    expect(cutRange(range, upTo('20T00:00:00'), 15_000).raw).toEqual([range])
  })

  test('into nothing when it is empty or runs backwards', () => {
    for (const to of [at('01T00:00:00'), at('01T00:00:00') - 1])
      expect(pieces(cutRange({ from: at('01T00:00:00'), to }, upTo('20T00:00:00')))).toEqual([])
  })

  test('so that each moment is in exactly one piece, whatever the time and the state of the sums', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let round = 0; round < 500; round += 1) {
      const from = at('01T00:00:00') + random(5 * 86_400_000)
      const range = { from, to: from + random(4 * 86_400_000) + 1 }
      const cut = cutRange(
        range,
        upTo(`0${1 + random(9)}T0${random(10)}:${10 + random(50)}:00`),
        [3_600_000, Number.POSITIVE_INFINITY][random(2)],
      )
      const ordered = pieces(cut)
      expect(ordered[0]!.from).toBe(range.from)
      expect(ordered.at(-1)!.to).toBe(range.to)
      for (const [index, piece] of ordered.entries()) expect(piece.to).toBe(ordered[index + 1]?.from ?? range.to)
      for (const { level, lengthMs } of levels)
        for (const edge of cut[level].flatMap((span) => [span.from, span.to])) expect(edge % lengthMs).toBe(0)
    }
  })
})
