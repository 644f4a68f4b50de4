import { expect, it } from 'vitest'
import { sharedOut } from '#workers/inpaint/sharedOut'

const itself = (weight: number): number => weight

it('makes heaps of like weight', () => {
  expect(sharedOut([1, 5, 3, 4, 1], 2, itself)).toEqual([
    [5, 1, 1],
    [4, 3],
  ])
})

it('makes no empty heap, and none of nothing', () => {
  expect(sharedOut([2], 3, itself)).toEqual([[2]])
  expect(sharedOut([], 3, itself)).toEqual([])
})
