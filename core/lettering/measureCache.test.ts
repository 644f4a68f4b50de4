import { describe, expect, it } from 'vitest'
import { evenMeasure } from './evenMeasure.testing'
import { cachedMeasure } from './measureCache'
import type { Measure } from './types'

const font = { stack: '"A"', weight: 400 }

function counted(options: Parameters<typeof cachedMeasure>[1]) {
  const asked: string[] = []
  const measure: Measure = (text, ...rest) => {
    asked.push(text)
    return evenMeasure(text, ...rest)
  }
  return { asked, measure: cachedMeasure(measure, options) }
}

describe('cache.enable_font_cache', () => {
  it('true: measures a text once per font and size', () => {
    const { asked, measure } = counted({ enabled: true, fonts: 32 })
    expect(measure('word', font, 10)).toEqual(measure('word', font, 10))
    measure('word', font, 20)
    expect(asked).toEqual(['word', 'word'])
  })
  it('false: measures each time', () => {
    const { asked, measure } = counted({ enabled: false, fonts: 32 })
    measure('word', font, 10)
    measure('word', font, 10)
    expect(asked).toHaveLength(2)
  })
})

it('counts hits, misses, what has left and what is kept', () => {
  const { measure } = counted({ enabled: true, fonts: 1 })
  for (const text of ['one', 'two', 'one']) measure(text, font, 10)
  expect(measure.counters()).toMatchObject({ name: 'font', hits: 1, misses: 2, evictions: 0, entries: 2, bytes: 332 })
  measure('one', font, 20)
  expect(measure.counters()).toMatchObject({ hits: 1, misses: 3, evictions: 2, entries: 1, bytes: 166 })
})

describe('cache.font_cache_size', () => {
  it('forgets the font at a size that was not used for longest', () => {
    const { asked, measure } = counted({ enabled: true, fonts: 2 })
    for (const size of [10, 20, 30, 20, 10]) measure('word', font, size)
    expect(asked).toHaveLength(4)
  })
  it('0 remembers nothing', () => {
    const { asked, measure } = counted({ enabled: true, fonts: 0 })
    measure('word', font, 10)
    measure('word', font, 10)
    expect(asked).toHaveLength(2)
  })
})

it('forgets a font at a size that nobody has measured with for idleMs', () => {
  const clock = { ms: 1 }
  const { asked, measure } = counted({ enabled: true, fonts: 2, idleMs: 100, now: () => clock.ms })
  measure('word', font, 10)
  measure('word', font, 20)
  clock.ms += 60
  measure('word', font, 10)
  clock.ms += 60
  expect(measure.counters()).toMatchObject({ entries: 1, evictions: 1 })
  measure('word', font, 10)
  expect(asked).toHaveLength(2)
})
