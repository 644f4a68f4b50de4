import { readdir, rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#e2e/support/temporaryFolder'
import { profilesDirectory } from '#store/sweepProfiles'
import { profiled } from './profile'

test('a job ends as it would without its profile, whether that can be written or not', async () => {
  process.env.MEMEZAP_STORAGE__DIRECTORY = temporaryFolder()
  const fails = async () => {
    throw new Error('the job failed')
  }
  // A file is where the folder should be.
  await writeFile(profilesDirectory(), '')
  expect(await profiled('kept', async () => 'result')).toBe('result')
  await expect(profiled('failed', fails)).rejects.toThrow('the job failed')

  await rm(profilesDirectory())
  await expect(profiled('failed', fails)).rejects.toThrow('the job failed')
  expect(await readdir(profilesDirectory())).toEqual(['failed.cpuprofile'])
})
