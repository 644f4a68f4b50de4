import { randomUUID } from 'node:crypto'
import { mkdir, readdir, symlink, unlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { plainMeme } from '#e2e/support/plainMeme'
import { stageRow } from '#e2e/support/stageRow'
import { withTestStore } from '#e2e/support/testStore'
import { sharedCacheNames } from './cache/cacheLimits'
import { keyOf } from './cache/envelope'
import { sharedAccess, sharedCache } from './cache/sharedCache'
import { cleanUp } from './cleanup'
import { config } from './config'
import { database } from './database'
import { fileSize, putBytes, type Shelf, storageDirectory } from './files'
import { saveMeme } from './memes'
import { cachesOfProcess } from './performance/reportCache'
import { saveStageRows } from './stageRows'
import { profilesDirectory } from './sweepProfiles'
import { saveTemplate } from './templates/saveTemplate'
import { saveUpload } from './uploads'

withTestStore()

const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS)

/** A stored file that was last written so long ago. */
async function oldFile(shelf: Shelf, hours: number) {
  const file = await putBytes(shelf, Buffer.from(randomUUID()), shelf === 'images' ? 'jpg' : undefined)
  await utimes(path.join(storageDirectory(), shelf, file.name.slice(0, 2), file.name), hoursAgo(hours), hoursAgo(hours))
  return file
}

test('deletes files that no row names, but none that may still get one', async () => {
  const named = await oldFile('sources', 2)
  await saveUpload(named, 1)
  const orphans = [await oldFile('sources', 2), await oldFile('sources', 0.5)] as const
  const image = await oldFile('images', 2)
  await cleanUp(config())
  expect(await fileSize('sources', named.name)).not.toBeNull()
  expect(await fileSize('sources', orphans[0].name)).toBeNull()
  expect(await fileSize('sources', orphans[1].name)).not.toBeNull()
  expect(await fileSize('images', image.name)).toBeNull()
})

test('an upload that has expired goes with its file', async () => {
  const file = await oldFile('sources', 2)
  await saveUpload(file, -1)
  await cleanUp(config())
  expect(await database().upload.count({ where: { sha256: file.sha256 } })).toBe(0)
  expect(await fileSize('sources', file.name)).toBeNull()
})

test('bytes that are stored again are safe though their file is old', async () => {
  const bytes = Buffer.from(randomUUID())
  const { name } = await putBytes('images', bytes, 'jpg')
  await utimes(path.join(storageDirectory(), 'images', name.slice(0, 2), name), hoursAgo(5), hoursAgo(5))
  await putBytes('images', bytes, 'jpg')
  await cleanUp(config())
  expect(await fileSize('images', name)).not.toBeNull()
})

test('where wrong admin tokens came from is forgotten', async () => {
  await database().adminAttempt.createMany({
    data: [{ address: '203.0.113.1', at: hoursAgo(25) }, { address: '203.0.113.2' }],
  })
  await cleanUp(config())
  expect((await database().adminAttempt.findMany()).map(({ address }) => address)).toEqual(['203.0.113.2'])
})

test('removes what a killed process had begun to write', async () => {
  const folder = path.join(storageDirectory(), 'tmp')
  await mkdir(folder, { recursive: true })
  for (const [name, hours] of [
    ['old', 2],
    ['young', 0],
  ] as const) {
    await writeFile(path.join(folder, name), 'half a picture')
    await utimes(path.join(folder, name), hoursAgo(hours), hoursAgo(hours))
  }
  await cleanUp(config())
  expect(await readdir(folder)).toEqual(['young'])
})

test('tells of what it cannot look at', async () => {
  const loop = path.join(storageDirectory(), 'tmp', 'loop')
  await symlink('loop', loop)
  await expect(cleanUp(config())).rejects.toMatchObject({ code: 'ELOOP' })
  await unlink(loop)
})

test('removes profiles older than a day', async () => {
  await mkdir(profilesDirectory(), { recursive: true })
  for (const [name, hours] of [
    ['old.cpuprofile', 25],
    ['young.cpuprofile', 23],
  ] as const) {
    await writeFile(path.join(profilesDirectory(), name), '{}')
    await utimes(path.join(profilesDirectory(), name), hoursAgo(hours), hoursAgo(hours))
  }
  await cleanUp(config())
  expect(await readdir(profilesDirectory())).toEqual(['young.cpuprofile'])
})

test('entries of shared caches go when they have expired or are too many, and all of a cache that is switched off', async () => {
  const settings = config()
  const entries = async () => {
    const sizes = await Promise.all(sharedCacheNames.map((name) => sharedAccess().tier.size(name)))
    return sizes.map(({ entries }) => entries)
  }
  const fill = async () => {
    for (const name of sharedCacheNames)
      for (const id of ['expired', 'old', 'new']) await sharedCache(name, settings).set([id], 'x'.repeat(600_000), 1)
    await database().$executeRaw`update cache_entry set expires_at = now() where key = ${keyOf(['expired'])}`
    await database()
      .$executeRaw`update cache_entry set used_at = now() - interval '1 hour' where key = ${keyOf(['old'])}`
  }
  await fill()
  const evicted = () =>
    sharedCacheNames.map(
      (name) => cachesOfProcess().find((cache) => cache.name === name && cache.tier !== 'memory')!.evictions,
    )
  const before = evicted()
  await cleanUp(settings)
  expect(await entries()).toEqual([2, 2, 2, 2, 2])
  expect(evicted()).toEqual(before.map((count) => count + 1))

  // A MiB has room for one.
  const { ocr, clip, cache } = settings
  const small = {
    ...settings,
    ocr: { ...ocr, cache_size: 1 },
    clip: { ...clip, cache_size: 1 },
    cache: { ...cache, fingerprint_cache_size: 1, match_cache_size: 1, analysis_cache_size: 1 },
  }
  await cleanUp(small)
  expect(await entries()).toEqual([1, 1, 1, 1, 1])
  expect(await sharedAccess().tier.read('ocr', keyOf(['old']))).toBeUndefined()

  await cleanUp({
    ...settings,
    ocr: { ...ocr, enable_cache: false },
    cache: { ...cache, enable_fingerprint_cache: false },
  })
  expect(await entries()).toEqual([0, 1, 0, 1, 1])
  await cleanUp({
    ...settings,
    clip: { ...clip, enable_cache: false },
    cache: { ...cache, enable_match_cache: false, enable_analysis_cache: false },
  })
  expect(await entries()).toEqual([0, 0, 0, 0, 0])
})

test('keeps performance rows for monitoring.retention_days', async () => {
  const row = (hours: number) => stageRow('ocr', hours, { startedAt: hoursAgo(hours) })
  await saveStageRows([row(1), row(49)])
  await database().$executeRaw`update stage_row set recorded_at = started_at`
  await cleanUp({ ...config(), monitoring: { ...config().monitoring, retention_days: 2 } })
  const left = await database().stageRow.findMany()
  expect(left.map(({ durationMs }) => durationMs)).toEqual([1])
})

test('keeps the files of templates, also of former states, which can be restored', async () => {
  const change = async (style: string) => {
    const [source, image, thumb] = [await oldFile('sources', 2), await oldFile('images', 2), await oldFile('images', 2)]
    await saveTemplate({
      words: {
        slug: 'kept',
        name: 'Kept',
        aliases: [],
        keywords: [],
        description: '',
        boxes: [],
        source: '',
        licence: '',
      },
      state: 'draft',
      pictures: [
        {
          style,
          sourceSha256: source.name,
          file: image.name,
          thumbFile: thumb.name,
          ...{ width: 1, height: 1, thumbWidth: 1, thumbHeight: 1, frames: 1 },
        },
      ],
      actor: 'test',
      action: 'edit',
    })
    return { source: source.name, images: [image.name, thumb.name] }
  }
  const states = [await change('default'), await change('default')]
  await cleanUp(config())
  for (const { source, images } of states) {
    expect(await fileSize('sources', source)).not.toBeNull()
    for (const image of images) expect(await fileSize('images', image)).not.toBeNull()
  }
})

/** A meme whose picture takes so many bytes. */
async function storedMeme(bytes?: number) {
  const file = await oldFile('images', 100)
  const { id } = await saveMeme(plainMeme({ file: file.name, bytes: bytes ?? file.bytes }))
  const setAge = (days: number) => database().meme.update({ where: { id }, data: { createdAt: hoursAgo(24 * days) } })
  return { id, setAge, isThere: async () => (await fileSize('images', file.name)) !== null }
}

test('memes go with their files after storage.meme_expiry_days', async () => {
  const settings = { ...config(), storage: { ...config().storage, meme_expiry_days: 2 } }
  const [old, young] = [await storedMeme(), await storedMeme()]
  await old.setAge(3)
  await young.setAge(1)
  await cleanUp(settings)
  expect([await old.isThere(), await young.isThere()]).toEqual([false, true])
})

test('beyond storage.max_meme_mib those memes go that were not asked for longest', async () => {
  await database().meme.deleteMany()
  const memes = [await storedMeme(600_000), await storedMeme(600_000), await storedMeme(600_000)]
  for (const [index, { setAge }] of memes.entries()) await setAge(3 - index)
  const [asked] = memes
  const finished = {
    kind: 'GENERATE',
    state: 'DONE',
    payload: {},
    requestKey: 'asked again',
    memeId: asked!.id,
  } as const
  await database().job.create({ data: { id: randomUUID(), ...finished, finishedAt: new Date() } })
  const there = () => Promise.all(memes.map(({ isThere }) => isThere()))
  const within = (max_meme_mib: number) => cleanUp({ ...config(), storage: { ...config().storage, max_meme_mib } })
  await within(2)
  expect(await there()).toEqual([true, true, true])
  await within(1.5)
  expect(await there()).toEqual([true, false, true])
  await within(1)
  expect(await there()).toEqual([true, false, false])
})
