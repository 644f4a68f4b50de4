import { expect, test } from 'vitest'
import { growthPer1000 } from './trend'

const pointsOf = (memory: (jobs: number) => number) =>
  Array.from({ length: 20 }, (_, index) => {
    const jobs = (index + 1) * 100
    return { jobs, minMb: memory(jobs), maxMb: 700, lastMb: 600 }
  })

test('says how much memory grows per thousand jobs', () => {
  expect(growthPer1000(pointsOf((jobs) => 500 + jobs / 100))).toBeCloseTo(10)
  expect(growthPer1000(pointsOf(() => 500))).toBeCloseTo(0)
})

test('leaves out what memories take until they are full', () => {
  expect(growthPer1000(pointsOf((jobs) => (jobs <= 400 ? jobs : 500)))).toBeCloseTo(0)
})

test('says nothing of too few points', () => {
  expect(growthPer1000(pointsOf(() => 1).slice(0, 2))).toBeNull()
})
