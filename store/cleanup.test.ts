import { randomUUID } from 'node:crypto'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { cleanUp } from './cleanup'
import { config } from './config'
import { database } from './database'
import { findEmbedding, hashOf, saveEmbedding } from './embeddings'
import { fileSize, putBytes, type Shelf, storageDirectory } from './files'
import { saveMeme } from './memes'
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

test('a vector goes when nobody has asked for it for clip.cache_expiry_days; asking keeps it', async () => {
  const id = (text: string) => ({ kind: 'text' as const, hash: hashOf(text), model: 'clip', version: '1' })
  const vector = Float32Array.from({ length: 512 }, (_, index) => index / 512)
  await saveEmbedding(id('asked for'), vector)
  await saveEmbedding(id('forgotten'), vector)
  await database().$executeRaw`update embedding set used_at = now() - interval '31 days'`
  expect(await findEmbedding(id('asked for'))).toEqual(vector)
  await cleanUp(config())
  expect(await findEmbedding(id('asked for'))).toEqual(vector)
  expect(await findEmbedding(id('forgotten'))).toBeUndefined()
})

test('keeps performance rows for monitoring.retention_days', async () => {
  const row = (hours: number) => ({
    jobId: randomUUID(),
    operation: 'ocr' as const,
    startedAt: hoursAgo(hours),
    durationMs: hours,
    queuedMs: 0,
    ok: true,
    errorCode: null,
    cacheHit: null,
    rssBeforeBytes: null,
    rssAfterBytes: null,
    device: null,
    model: null,
    workerId: 'one',
    attempt: 1,
  })
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

test('memes go with their files after storage.meme_expiry_days', async () => {
  const settings = { ...config(), storage: { ...config().storage, meme_expiry_days: 2 } }
  const [old, young] = [await oldFile('images', 100), await oldFile('images', 100)]
  for (const [file, days] of [
    [old, 3],
    [young, 1],
  ] as const) {
    const meme = await saveMeme({
      contentKey: file.name,
      sourceSha256: 'a'.repeat(64),
      file: file.name,
      format: 'jpeg',
      width: 1,
      height: 1,
      bytes: file.bytes,
      captions: [],
      report: {
        textFound: [],
        removal: { regionsRemoved: 0, method: 'none', skippedBecause: null },
        placement: 'bar',
        animatedSource: false,
        stages: [],
      },
    })
    await database().meme.update({ where: { id: meme.id }, data: { createdAt: hoursAgo(24 * days) } })
  }
  await cleanUp(settings)
  expect(await fileSize('images', old.name)).toBeNull()
  expect(await fileSize('images', young.name)).not.toBeNull()
})
