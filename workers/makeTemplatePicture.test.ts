import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { utimes } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import type { TemplatePicturePayload } from '#core/jobPayload'
import type { PreparedPicture } from '#core/preparedPicture'
import { pictureDifference } from '#e2e/support/pictureDifference'
import { withTestStore } from '#e2e/support/testStore'
import { cleanUp } from '#store/cleanup'
import { config } from '#store/config'
import { database } from '#store/database'
import { fileSize, getBytes, putBytes, removeFile, storageDirectory } from '#store/files'
import { findJob } from '#store/jobs/findJob'
import { requestJob } from '#store/jobs/requestJob'
import { saveMeme } from '#store/memes'
import { savePicture } from '#store/pictures'
import { saveUpload } from '#store/uploads'
import { drawMemeWords } from './lettering/memeWords.testing'
import { withParts } from './parts.testing'
import { runJob } from './runJob'

withTestStore()

const worker = withParts()

/** A plain ground with a square in the middle, with or without words over it. */
function picture(words: string): Buffer {
  const canvas = createCanvas(640, 480)
  const context = canvas.getContext('2d')
  context.fillStyle = '#3a6ea5'
  context.fillRect(0, 0, 640, 480)
  context.fillStyle = '#e8b04a'
  context.fillRect(220, 200, 200, 200)
  if (words) drawMemeWords(context, words, { x: 320, y: 90, sizePx: 60 })
  return canvas.toBuffer('image/png')
}

const upload = async (bytes: Buffer) => saveUpload(await putBytes('sources', bytes), 24)

async function finished(source: TemplatePicturePayload['source'], withoutWords = false) {
  const { job } = await requestJob({ kind: 'TEMPLATE_PICTURE', source, withoutWords }, config())
  await runJob(job.id, 'test-worker', worker.parts)
  const { state, problem, templatePicture } = (await findJob(job.id))!
  return {
    state,
    code: (problem as { code: string } | null)?.code,
    picture: templatePicture as unknown as PreparedPicture,
  }
}

const uploaded = async (bytes: Buffer, withoutWords = false) => {
  const { sha256, id: uploadId } = await upload(bytes)
  return finished({ sha256, uploadId }, withoutWords)
}

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('an upload keeps its bytes, and is there in full size and small', async () => {
  const bytes = picture('')
  const { state, picture: made } = await uploaded(bytes)
  expect(state).toBe('DONE')
  expect(made).toMatchObject({ sourceSha256: sha(bytes), width: 640, height: 480, thumbWidth: 480, frames: 1 })
  expect(await fileSize('images', made.file)).toBeGreaterThan(0)
  expect((await sharp(await getBytes('images', made.thumbFile)).metadata()).width).toBe(480)
})

test('an animation keeps its frames', async () => {
  const frames = await Promise.all(
    ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  expect((await uploaded(bytes)).picture).toMatchObject({ sourceSha256: sha(bytes), width: 60, height: 40, frames: 2 })
})

test('words are taken off when that is asked', async () => {
  const { picture: made } = await uploaded(picture('ONE DOES NOT SIMPLY'), true)
  const [clean, cleaned] = [picture(''), await getBytes('sources', made.sourceSha256)]
  expect((await sharp(cleaned).metadata()).format).toBe('png')
  expect(await pictureDifference(clean, cleaned, { x: 0, y: 0, width: 1, height: 1 })).toBeLessThan(1)
})

test('a picture without words stays as it came', async () => {
  const bytes = picture('')
  expect((await uploaded(bytes, true)).picture.sourceSha256).toBe(sha(bytes))
})

async function meme(sourceSha256: string) {
  const kept = { format: 'jpeg', width: 640, height: 480, bytes: 1, captions: [], report: {} as never } as const
  return saveMeme({ contentKey: randomUUID(), sourceSha256, file: `${'a'.repeat(64)}.jpg`, ...kept })
}

test('a meme gives the picture that it was made from, also when only the copy for people is kept', async () => {
  const bytes = picture('FROM A MEME')
  const { sha256 } = await putBytes('sources', bytes)
  const { id: memeId } = await meme(sha256)
  expect((await finished({ memeId })).picture.sourceSha256).toBe(sha256)

  const copy = await sharp(bytes).jpeg().toBuffer()
  const { name: file } = await putBytes('images', copy, 'jpg')
  await savePicture(sha256, { file, width: 640, height: 480 })
  await removeFile('sources', sha256)
  expect((await finished({ memeId })).picture.sourceSha256).toBe(sha(copy))

  await removeFile('images', file)
  expect(await finished({ memeId })).toMatchObject({ state: 'FAILED', code: 'NOT_FOUND' })
})

test('what cannot be a picture says why', async () => {
  expect(await uploaded(Buffer.from('no picture at all'))).toMatchObject({ state: 'FAILED', code: 'NOT_AN_IMAGE' })
  expect(await finished({ sha256: 'f'.repeat(64) })).toMatchObject({ code: 'UPLOAD_NOT_FOUND' })
  expect(await finished({ memeId: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' })
})

test('an address in a private network is not fetched', async () => {
  const server = createServer((_request, response) => response.end(picture(''))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cat.png`
  expect(await finished({ url })).toMatchObject({ state: 'FAILED', code: 'URL_FORBIDDEN' })
})

test('the clean-up leaves its files alone while the job is kept', async () => {
  const { picture: made } = await uploaded(picture('KEPT'))
  const long = new Date(Date.now() - 7_200_000)
  await database().upload.updateMany({ data: { expiresAt: long } })
  const age = (shelf: string, name: string) =>
    utimes(path.join(storageDirectory(), shelf, name.slice(0, 2), name), long, long)
  await Promise.all([age('sources', made.sourceSha256), age('images', made.file), age('images', made.thumbFile)])
  await cleanUp(config())
  expect(await fileSize('sources', made.sourceSha256)).not.toBeNull()
  expect(await fileSize('images', made.file)).not.toBeNull()
  expect(await fileSize('images', made.thumbFile)).not.toBeNull()

  await database().job.deleteMany()
  await cleanUp(config())
  expect(await fileSize('sources', made.sourceSha256)).toBeNull()
})
