import { renameSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import type { Candidate } from './candidates'
import { modelFile } from './modelFiles'
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

test('clip.image_idle_minutes: the image encoder leaves the memory, and comes back when it is wanted', async () => {
  const directory = temporaryFolder()
  writeModelFolder(directory, { dtypes: ['fp32'] })
  const ways: readonly Candidate[] = [{ provider: 'cpu', dtype: 'fp32' }]
  const open = (imageIdleMs?: number) =>
    openEncoders({ directory, vision: ways, text: ways, threads: 1, settings: '', imageIdleMs })
  const [idle, busy] = [await open(1), await open()]
  try {
    const square = new Uint8Array(3 * idle.side ** 2).fill(90)
    const [expected] = await Promise.all([busy.embedSquare(square), busy.embedWords('a cat')])
    expect(await idle.embedSquare(square)).toEqual(expected)
    // Only who has let go of its weights reads their file anew.
    const file = path.join(directory, modelFile('vision', 'fp32'))
    renameSync(file, `${file}.away`)
    await expect
      .poll(() =>
        idle.embedSquare(square).then(
          () => 'there',
          (error: Error) => error.message,
        ),
      )
      .toContain(path.basename(file))
    expect(await busy.embedSquare(square)).toEqual(expected)
    renameSync(`${file}.away`, file)
    expect(await idle.embedSquare(square)).toEqual(expected)
    expect(await idle.embedWords('a cat')).toHaveLength(512)
  } finally {
    await idle.close()
    await busy.close()
  }
})
