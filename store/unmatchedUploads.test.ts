import { randomUUID } from 'node:crypto'
import { utimes } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { cleanUp } from './cleanup'
import { config } from './config'
import { database } from './database'
import { fileSize, putBytes, type Shelf, storageDirectory } from './files'
import { dismissRecurringUpload, recurringUploads } from './recurringUploads'
import { saveTemplate } from './templates/saveTemplate'
import { keepUnmatchedPicture, noteUnmatchedUpload, type UnmatchedUpload } from './unmatchedUploads'

withTestStore()

beforeEach(async () => {
  await database().$executeRaw`delete from unmatched_group`
})

/** A direction of its own: two of different names have nothing in common. */
function pointing(name: number): Float32Array {
  const vector = new Float32Array(432)
  vector[name] = 1
  return vector
}

/** Looks like all pictures of its name; its corners are one byte, the name, too. */
const upload = (name: number, change: Partial<UnmatchedUpload> = {}): UnmatchedUpload => ({
  sha256: randomUUID(),
  kind: 'test 1',
  queries: [pointing(name)],
  corners: Uint8Array.of(name),
  words: 0.2,
  ...change,
})

const note = (one: UnmatchedUpload) => noteUnmatchedUpload(one, (corners) => corners[0] === one.corners[0])

const later = (days: number) => database().$executeRaw`update unmatched_upload
  set counted_at = counted_at - make_interval(days => ${days}::int)`

test('counts pictures that look the same, and a content once a day', async () => {
  const first = upload(1)
  expect(await note(first)).toMatchObject({ count: 1, wanted: false })
  expect(await note(first)).toBeNull()
  expect(await note(upload(1))).toMatchObject({ count: 2, wanted: false })
  expect(await note(upload(2))).toMatchObject({ count: 1 })
  await later(2)
  expect(await note(first)).toMatchObject({ count: 3, wanted: true })
})

test('a likeness from afar is not enough, nor is one to what another algorithm saw', async () => {
  const { groupId } = (await note(upload(1)))!
  expect((await note(upload(1, { corners: Uint8Array.of(9) })))?.groupId).not.toBe(groupId)
  expect((await note(upload(1, { kind: 'test 2' })))?.groupId).not.toBe(groupId)
  expect((await note(upload(1, { queries: [pointing(7), pointing(1)] })))?.groupId).toBe(groupId)
})

test('equal pictures at the same moment are one group', async () => {
  const noted = await Promise.all(Array.from({ length: 6 }, () => note(upload(3))))
  expect(new Set(noted.map((one) => one?.groupId)).size).toBe(1)
  expect(noted.map((one) => one?.count).sort()).toEqual([1, 2, 3, 4, 5, 6])
})

/** So old that the clean-up looks at it. */
async function oldFile(shelf: Shelf) {
  const file = await putBytes(shelf, Buffer.from(randomUUID()), shelf === 'images' ? 'jpg' : undefined)
  const past = new Date(Date.now() - 7_200_000)
  await utimes(path.join(storageDirectory(), shelf, file.name.slice(0, 2), file.name), past, past)
  return file.name
}

/** A picture that came `times`, the last with this source, and a copy of it when it is wanted. */
async function came(name: number, times: number) {
  const sha256 = await oldFile('sources')
  const file = await oldFile('images')
  let groupId = ''
  for (let time = 1; time <= times; time++) {
    const noted = await note(upload(name, time === times ? { sha256 } : {}))
    groupId = noted!.groupId
    if (noted!.wanted) await keepUnmatchedPicture(groupId, { sha256, words: 0.2, file, width: 40, height: 30 })
  }
  return { groupId, sha256, file }
}

test('lists what came three times, the most frequent first, until it is dismissed', async () => {
  await came(1, 2)
  const often = await came(2, 4)
  const thrice = await came(3, 3)
  const listed = await recurringUploads(10)
  expect(listed.map(({ id, count }) => ({ id, count }))).toEqual([
    { id: often.groupId, count: 4 },
    { id: thrice.groupId, count: 3 },
  ])
  expect(listed[1]).toMatchObject({ sha256: thrice.sha256, file: thrice.file, width: 40, height: 30 })
  expect(await recurringUploads(1)).toHaveLength(1)

  expect(await dismissRecurringUpload(often.groupId)).toBe(true)
  expect(await note(upload(2))).toMatchObject({ groupId: often.groupId, count: 5 })
  expect((await recurringUploads(10)).map(({ id }) => id)).toEqual([thrice.groupId])
  expect(await dismissRecurringUpload(randomUUID())).toBe(false)
  expect(await dismissRecurringUpload('nonsense')).toBe(false)
})

test('what a template was made of is not listed', async () => {
  const { sha256, file } = await came(1, 3)
  const words = { slug: 'made', name: 'Made', aliases: [], keywords: [], description: '', boxes: [], source: '' }
  await saveTemplate({
    words: { ...words, licence: '' },
    state: 'draft',
    pictures: [
      {
        ...{ style: 'default', sourceSha256: sha256, file, thumbFile: file, frames: 1 },
        ...{ width: 1, height: 1, thumbWidth: 1, thumbHeight: 1 },
      },
    ],
    actor: 'test',
    action: 'create',
  })
  expect(await recurringUploads(10)).toEqual([])
})

test('a picture with clearly fewer words is wanted in the place of the kept one', async () => {
  await came(1, 3)
  expect(await note(upload(1, { words: 0.195 }))).toMatchObject({ wanted: false })
  expect(await note(upload(1, { words: 0.1 }))).toMatchObject({ wanted: true })
})

test('keeps the bytes of what came three times only', async () => {
  const twice = await came(1, 2)
  const thrice = await came(2, 3)
  await cleanUp(config())
  expect(await fileSize('sources', twice.sha256)).toBeNull()
  expect(await fileSize('images', twice.file)).toBeNull()
  expect(await fileSize('sources', thrice.sha256)).not.toBeNull()
  expect(await fileSize('images', thrice.file)).not.toBeNull()
})

test('forgets what came no more: after a month what was rare, after half a year what recurred', async () => {
  await came(1, 2)
  const thrice = await came(2, 3)
  const seen = (days: number) => database().$executeRaw`update unmatched_group
    set last_seen_at = now() - make_interval(days => ${days}::int)`
  const left = () => database().$queryRaw<{ id: string }[]>`select id from unmatched_group`
  await seen(29)
  await cleanUp(config())
  expect(await left()).toHaveLength(2)
  await seen(31)
  await cleanUp(config())
  expect(await left()).toEqual([{ id: thrice.groupId }])
  await seen(181)
  await cleanUp(config())
  expect(await left()).toEqual([])
  expect(await fileSize('sources', thrice.sha256)).toBeNull()
})
