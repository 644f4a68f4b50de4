import { expect, test } from 'vitest'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { startEngine } from './engine'

const openText = {
  tower: 'text',
  candidates: [{ provider: 'cpu', dtype: 'fp32' }],
  threads: 1,
} as const

test('all who start the engine share one thread, which ends with the last of them', async () => {
  const directory = temporaryFolder()
  writeModelFolder(directory)
  const [first, second] = [startEngine(), startEngine()]
  const { handle } = await first.run('openClipTower', { ...openText, directory })
  expect(await second.run('embedTexts', { handle, texts: ['a cat'] })).toHaveLength(512)
  await first.close()
  await first.close()
  expect(await second.run('embedTexts', { handle, texts: ['a cat'] })).toHaveLength(512)
  await second.close()
  const fresh = startEngine()
  await expect(fresh.run('embedTexts', { handle, texts: ['a cat'] })).rejects.toThrow('no text encoder')
  await fresh.close()
})
