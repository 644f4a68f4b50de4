import { expect, test } from 'vitest'
import { cachePoints } from './cachePoints'
import { processPoints } from './processPoints'
import { timeTicks } from './timeTicks'

const at = (step: number) => new Date(step).toISOString()
const minute = 60_000

test('a chart is written below at round times of the wall’s clock', () => {
  const hour = Array.from({ length: 60 }, (_, index) => Date.parse('2026-11-23T10:07:00Z') + index * minute)
  const written = (zoneMinutes: number) => timeTicks(hour, 5, zoneMinutes).map((tick) => at(tick).slice(11, 16))
  expect(written(0)).toEqual(['10:15', '10:30', '10:45', '11:00'])
  // Nepal: 5 h 45 min ahead.
  expect(timeTicks([Date.parse('2026-11-22T18:15:00Z'), Date.parse('2026-11-29T18:15:00Z')], 7, 345)).toHaveLength(2)
  expect(timeTicks([], 5, 0)).toEqual([])
})

test('processes share the steps of one chart; where one was not there is a gap', () => {
  const sample = (step: number, rssBytes: number) => ({ at: at(step), rssBytes, heapUsedBytes: 0, cpu: 0, load: 0 })
  const trends = [
    { processId: 'a.example-1', kind: 'worker', points: [sample(0, 1), sample(2 * minute, 3)] },
    { processId: 'b', kind: 'site', points: [sample(minute, 2)] },
  ]
  expect(processPoints([0, minute, 2 * minute], trends, ({ rssBytes }) => rssBytes)).toEqual([
    { at: 0, p0: 1, p1: null },
    { at: minute, p0: null, p1: 2 },
    { at: 2 * minute, p0: 3, p1: null },
  ])
})

test('a cache that was not asked has no hit rate', () => {
  const points = [
    { at: at(0), hits: 3, misses: 1 },
    { at: at(minute), hits: 0, misses: 0 },
  ]
  expect(cachePoints([0, minute, 2 * minute], [{ points }])).toEqual([
    { at: 0, c0: 0.75 },
    { at: minute, c0: null },
    { at: 2 * minute, c0: null },
  ])
})
