import { expect, test } from 'vitest'
import { growthPer1000 } from './trend'

const pointsOf = (memory: (jobs: number) => number) =>
  Array.from({ length: 20 }, (_, index) => {
    const jobs = (index + 1) * 100
    return { jobs, minMb: memory(jobs), maxMb: 700, lastMb: 600 }
  })

test('says how much memory grows per thousand jobs', () => {
  expect(growthPer1000(pointsOf((jobs) => 500 + jobs / 100))?.mb).toBeCloseTo(10)
  expect(growthPer1000(pointsOf(() => 500))?.mb).toBeCloseTo(0)
})

test('leaves out what memories take until they are full', () => {
  expect(growthPer1000(pointsOf((jobs) => (jobs <= 400 ? jobs : 500)))?.mb).toBeCloseTo(0)
})

test('says how sure that is: memory that goes up and down by 20 MB may seem to grow', () => {
  expect(growthPer1000(pointsOf((jobs) => 500 + jobs / 100))?.errorMb).toBeCloseTo(0)
  const { mb, errorMb } = growthPer1000(pointsOf((jobs) => 500 + (jobs % 200 ? 20 : -20)))!
  expect(errorMb).toBeGreaterThan(5)
  expect(Math.abs(mb)).toBeLessThan(2 * errorMb)
})

test('says nothing of too few points', () => {
  expect(growthPer1000(pointsOf(() => 1).slice(0, 2))).toBeNull()
})
