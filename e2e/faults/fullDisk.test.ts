import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { type MemeClient, memeClient } from '../support/memeClient'
import { type Stack, startStack } from '../support/stack'

// A file system of a megabyte, which only root can make.
const folder = mkdtempSync(path.join(os.tmpdir(), 'memezap-full-'))
const mounted = (() => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

let stack: Stack
let client: MemeClient
beforeAll(async () => {
  if (!mounted) return
  stack = await startStack({ env: { MEMEZAP_STORAGE__DIRECTORY: folder } })
  client = memeClient(stack.url)
})
afterAll(async () => {
  await stack?.stop()
  if (mounted) execFileSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
})

it.runIf(mounted)('fails with words when the disk is full, and works again once there is room', async () => {
  const uploadId = await client.upload(benchPicture(7, ['NO ROOM', 'LEFT']))
  const ballast = path.join(folder, 'ballast')
  try {
    writeFileSync(ballast, Buffer.alloc(2 ** 20))
  } catch {
    // It is full now, which is what we want.
  }
  const { job } = await client.request(uploadId, ['NOWHERE', 'TO GO'])
  expect(await client.ended(job!.id)).toMatchObject({ state: 'FAILED', problem: { code: 'STORAGE_FULL' } })
  await expect(client.upload(benchPicture(8, ['ONE', 'MORE']))).rejects.toThrow(/STORAGE_FULL/)
  rmSync(ballast)
  expect(await client.generate(uploadId, ['NOWHERE', 'TO GO'])).toMatchObject({ state: 'DONE' })
})
