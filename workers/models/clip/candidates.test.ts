import { expect, test } from 'vitest'
import { candidates } from './candidates'
import type { Dtype } from './modelFiles'

const ways = (present: readonly Dtype[], gpu: boolean, halfPrecision: boolean) =>
  candidates(new Set(present), { providers: gpu ? ['cuda', 'webgpu', 'cpu'] : ['cpu'], halfPrecision }).map(
    ({ provider, dtype }) => `${provider} ${dtype}`,
  )

test('GPUs first, each with half precision before full; the processor with 8 bits first', () => {
  expect(ways(['fp32', 'fp16', 'int8'], true, true)).toEqual([
    'cuda fp16',
    'cuda fp32',
    'webgpu fp16',
    'webgpu fp32',
    'cpu int8',
    'cpu fp32',
    'cpu fp16',
  ])
})

test('without graphics processors the processor is left', () => {
  expect(ways(['fp32', 'fp16', 'int8'], false, true)).toEqual(['cpu int8', 'cpu fp32', 'cpu fp16'])
})

test('enable_half_precision false leaves half precision out', () => {
  expect(ways(['fp32', 'fp16', 'int8'], true, false)).toEqual(['cuda fp32', 'webgpu fp32', 'cpu int8', 'cpu fp32'])
})

test('only weights that are there count', () => {
  expect(ways(['int8'], true, true)).toEqual(['cpu int8'])
  expect(ways(['fp16'], true, false)).toEqual([])
})
