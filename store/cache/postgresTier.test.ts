import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { database } from '../database'
import { jobEvents } from '../jobEvents'
import { postgresTier } from './postgresTier'
import type { Tier } from './tier'

withTestStore()
let tier: Tier
beforeAll(async () => {
  await jobEvents().ready()
  tier = postgresTier()
})
afterAll(() => tier.close())

const entry = { bytes: Buffer.from('entry'), expiryMs: 60_000, maxBytes: 10_000 }
/** Changes with every writing of the row. */
async function rowVersion(key: string): Promise<string> {
  const [row] = await database().$queryRaw<
    { version: string }[]
  >`select xmin::text as version from cache_entry where key = ${key}`
  return row!.version
}

test('a hit is no write, unless the last use was noted ten minutes ago', async () => {
  const claim = { owner: 'somebody', leaseMs: 1000 }
  await tier.write('ocr', 'used', entry)
  const before = await rowVersion('used')
  await tier.read('ocr', 'used')
  expect(await tier.readOrClaim('ocr', 'used', claim)).toMatchObject({ state: 'found' })
  expect(await rowVersion('used')).toBe(before)
  expect(await database().$queryRaw`select from cache_lease`).toEqual([])
  await database().$executeRaw`update cache_entry set used_at = now() - interval '11 minutes'`
  const old = await rowVersion('used')
  await tier.readOrClaim('ocr', 'used', claim)
  expect(await rowVersion('used')).not.toBe(old)
})

test('who waits is told when the maker is done, and nobody is told when nobody waits', async () => {
  const told: string[] = []
  const unwatch = ['wanted', 'unwanted'].map((key) => tier.watch('ocr', key, () => told.push(key)))
  for (const key of ['unwanted', 'wanted'])
    expect(await tier.readOrClaim('ocr', key, { owner: 'maker', leaseMs: 60_000 })).toEqual({ state: 'claimed' })
  const other = await tier.readOrClaim('ocr', 'wanted', { owner: 'other', leaseMs: 60_000 })
  expect(other).toMatchObject({ state: 'taken', leftMs: expect.any(Number) })
  for (const key of ['unwanted', 'wanted']) await tier.write('ocr', key, entry, 'maker')
  await expect.poll(() => told).toEqual(['wanted'])
  for (const stop of unwatch) stop()
})

test('claims of the dead are cleaned up', async () => {
  await tier.readOrClaim('ocr', 'dead', { owner: 'dead', leaseMs: 0 })
  await tier.readOrClaim('ocr', 'alive', { owner: 'alive', leaseMs: 60_000 })
  await tier.trim('ocr', 10_000)
  expect(await database().$queryRaw`select key from cache_lease`).toEqual([{ key: 'alive' }])
})
