import { expect, it } from 'vitest'
import { workerNodeFlags } from '#scripts/process/allocator'
import { collectGarbage, collectManyBytes } from './collectGarbage'

it('collects before large pictures only', async () => {
  let collected = 0
  const collect = () => {
    collected += 1
  }
  await collectGarbage(1024 * 1024, collect)
  expect(collected).toBe(0)
  await collectGarbage(4000 * 3000, collect)
  expect(collected).toBe(1)
})

it('collects in a thread when much lies about', () => {
  let collected = 0
  const collect = () => {
    collected += 1
  }
  collectManyBytes(8e6, collect)
  expect(collected).toBe(0)
  collectManyBytes(50e6, collect)
  expect(collected).toBe(1)
})

it('the worker is started with its collector at hand', () => {
  expect(workerNodeFlags).toContain('--expose-gc')
})
