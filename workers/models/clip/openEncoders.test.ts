import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import type { Candidate } from './candidates'
import { hasGpuDevice } from './gpuDevice'
import { openEncoders } from './openEncoders'

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

test('a graphics processor is a device on Linux; elsewhere trying tells', () => {
  const devices = temporaryFolder()
  expect(hasGpuDevice('linux', devices)).toBe(false)
  mkdirSync(path.join(devices, 'dri'))
  writeFileSync(path.join(devices, 'dri/card0'), '')
  expect(hasGpuDevice('linux', devices)).toBe(false)
  writeFileSync(path.join(devices, 'dri/renderD128'), '')
  expect(hasGpuDevice('linux', devices)).toBe(true)
  expect(hasGpuDevice('darwin', devices)).toBe(true)
})
