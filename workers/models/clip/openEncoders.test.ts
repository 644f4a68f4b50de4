import { expect, test } from 'vitest'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import type { Candidate } from './candidates'
import { batchLimit, openEncoders } from './openEncoders'

test('providers are tried one at a time; who refuses says why', async () => {
  const directory = temporaryFolder()
  writeModelFolder(directory, { dtypes: ['fp32', 'fp16'] })
  const ways: readonly Candidate[] = [
    { provider: 'cuda', dtype: 'fp16' },
    { provider: 'cpu', dtype: 'fp32' },
  ]
  const encoders = await openEncoders({ directory, vision: ways, text: ways, threads: 1, settings: '' })
  try {
    if (encoders.vision.provider === 'cpu') {
      const [refused] = encoders.vision.refused
      expect(refused).toMatchObject({
        provider: 'cuda',
        dtype: 'fp16',
        why: expect.stringContaining('vision_model_fp16'),
      })
    }
    expect(await encoders.embedWords('a cat')).toHaveLength(512)
  } finally {
    await encoders.close()
  }
})

test('as many go through the network together as its device gains from', () => {
  expect(batchLimit({ provider: 'cuda', dtype: 'fp16' })).toBe(16)
  expect(batchLimit({ provider: 'webgpu', dtype: 'fp32' })).toBe(16)
  expect(batchLimit({ provider: 'cpu', dtype: 'fp32' })).toBe(4)
  // A vector must not depend on its company.
  expect(batchLimit({ provider: 'cpu', dtype: 'int8' })).toBe(1)
})
