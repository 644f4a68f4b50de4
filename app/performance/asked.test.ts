import { expect, test } from 'vitest'
import { everySeconds, figuresVariables, goesOn, performanceAddress, performanceAsked, rangeWords } from './asked'

const asked = (query: string) => performanceAsked((name) => new URLSearchParams(query).get(name))

test('an address without a question asks for the last hour of whole jobs', () => {
  expect(asked('')).toEqual({ range: '1h', operation: 'job', worker: null, device: null, warmth: null })
  expect(performanceAddress(asked(''))).toBe('/admin/performance')
  expect(figuresVariables(asked(''))).toEqual({
    range: { minutes: 60 },
    operation: 'job',
    worker: null,
    device: null,
    warmth: null,
  })
})

test.each([
  'range=30d&operation=ocr&worker=host-7-0a1b2c3d&device=cuda&warmth=cold',
  'range=15m&warmth=warm',
  'from=2026-11-01T10%3A00%3A00.000Z&to=2026-11-02T10%3A00%3A00.000Z',
  'from=2026-11-01T10%3A00%3A00.000Z&operation=render',
])('?%s says the same again', (query) => {
  expect(performanceAddress(asked(query))).toBe(`/admin/performance?${query}`)
})

test.each([
  'range=forever',
  'from=yesterday',
  'to=2026-11-01',
  'from=2026-11-02&to=2026-11-01',
  'warmth=tepid',
  'operation=',
])('?%s counts as left out', (query) => {
  expect(asked(query)).toEqual(asked(''))
})

test('a time of its own is asked for by its moments, and is over when it has an end', () => {
  const over = asked('from=2026-11-01T10:00:00Z&to=2026-11-01T11:00:00Z')
  expect(figuresVariables(over).range).toEqual({ from: '2026-11-01T10:00:00.000Z', to: '2026-11-01T11:00:00.000Z' })
  expect([goesOn(over), goesOn(asked('from=2026-11-01')), goesOn(asked('range=7d'))]).toEqual([false, true, true])
  expect(rangeWords(over).words).toBe('the chosen time')
})

test('a longer time is asked for less often', () => {
  expect(['15m', '1h', '6h', '24h', '7d', '30d'].map((range) => everySeconds(asked(`range=${range}`)))).toEqual([
    5, 5, 10, 30, 60, 60,
  ])
  expect(everySeconds(asked(`from=${new Date(Date.now() - 3 * 86_400_000).toISOString()}`))).toBe(60)
})
