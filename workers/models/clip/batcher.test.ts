import { expect, test } from 'vitest'
import { createBatcher } from './batcher'

/** A batcher that doubles numbers when it is told to, and remembers how they came. */
function doubling(maxBatch: number) {
  const batches: number[][] = []
  const releases: (() => void)[] = []
  const double = createBatcher(async (items: readonly number[]) => {
    batches.push([...items])
    await new Promise<void>((resolve) => releases.push(resolve))
    return items.map((item) => item * 2)
  }, maxBatch)
  const turn = () => new Promise(setImmediate)
  const release = async () => {
    releases.shift()!()
    await turn()
  }
  return { batches, double, turn, release }
}

test('what is asked at once goes together, and everybody gets their own answer', async () => {
  const { batches, double, turn, release } = doubling(16)
  const answers = Promise.all([1, 2, 3].map(double))
  await turn()
  await release()
  expect(await answers).toEqual([2, 4, 6])
  expect(batches).toEqual([[1, 2, 3]])
})

test('what comes while a batch is at work waits for the next, which is no larger than allowed', async () => {
  const { batches, double, turn, release } = doubling(2)
  const first = double(1)
  await turn()
  const others = Promise.all([2, 3, 4].map(double))
  await release()
  expect(await first).toBe(2)
  await release()
  await release()
  expect(await others).toEqual([4, 6, 8])
  expect(batches).toEqual([[1], [2, 3], [4]])
})

test('a batch that fails fails for those in it alone', async () => {
  const fail = createBatcher(async (items: readonly number[]) => {
    if (items.includes(1)) throw new Error('no ones')
    return items
  }, 1)
  const answers = await Promise.allSettled([1, 2].map(fail))
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
})
