import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { hasGpuDevice, hasNvidiaDevice } from './gpuDevice'
import { providersFor } from './providers'

test.each([
  ['none', false, false, false, ['cpu'], /^cuda, webgpu: there is no graphics processor here/],
  ['not NVIDIA’s', true, false, false, ['webgpu', 'cpu'], /^cuda: there is no NVIDIA device$/],
  [
    'NVIDIA’s without the library',
    true,
    true,
    false,
    ['webgpu', 'cpu'],
    /^cuda: its library is not .*ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild.*docs\/gpu\.md/,
  ],
] as const)(
  'a graphics processor, %s: what is tried, and what would help',
  (_, gpu, nvidia, cudaLibrary, providers, words) => {
    const choice = providersFor(true, { gpu, nvidia, cudaLibrary })
    expect(choice.providers).toEqual(providers)
    expect(choice.notUsed).toEqual([expect.stringMatching(words)])
  },
)

test('with all that CUDA needs it is tried first; enable_gpu false leaves the processor, without a word', () => {
  const machine = { gpu: true, nvidia: true, cudaLibrary: true }
  expect(providersFor(true, machine)).toEqual({ providers: ['cuda', 'webgpu', 'cpu'], notUsed: [] })
  expect(providersFor(false, machine)).toEqual({ providers: ['cpu'], notUsed: [] })
})

test('a graphics processor is a device on Linux; elsewhere trying tells', () => {
  const devices = temporaryFolder()
  expect(hasGpuDevice('linux', devices)).toBe(false)
  mkdirSync(path.join(devices, 'dri'))
  writeFileSync(path.join(devices, 'dri/card0'), '')
  expect(hasGpuDevice('linux', devices)).toBe(false)
  writeFileSync(path.join(devices, 'dri/renderD128'), '')
  expect(hasGpuDevice('linux', devices)).toBe(true)
  expect(hasNvidiaDevice('linux', devices)).toBe(false)
  writeFileSync(path.join(devices, 'nvidia0'), '')
  expect(hasNvidiaDevice('linux', devices)).toBe(true)
  expect(hasGpuDevice('darwin', devices)).toBe(true)
  expect(hasNvidiaDevice('darwin', devices)).toBe(false)
})
