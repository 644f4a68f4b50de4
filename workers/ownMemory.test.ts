import { createCanvas, ImageData } from '@napi-rs/canvas'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { generatePayload } from '#e2e/support/generatePayload'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { getBytes, putBytes } from '#store/files'
import { requestJob } from '#store/jobs/requestJob'
import { recurringUploads } from '#store/recurringUploads'
import { saveUpload } from '#store/uploads'
import { drawMemeWords } from './lettering/memeWords.testing'
import { withParts } from './parts.testing'
import { createPictureCache } from './pictureCache'
import { drawnScene, opened } from './recognise/testing/drawnScene'
import { runJob } from './runJob'

withTestStore()

const worker = withParts()
const [width, height] = [640, 480]

async function uploaded(words: string) {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const rgba = await opened(drawnScene(91, width, height))
    .ensureAlpha()
    .raw()
    .toBuffer()
  context.putImageData(new ImageData(new Uint8ClampedArray(rgba), width, height), 0, 0)
  drawMemeWords(context, words, { x: 320, y: 90, sizePx: 64 })
  const bytes = canvas.toBuffer('image/png')
  return { bytes, upload: await saveUpload(await putBytes('sources', bytes), 24) }
}

/** Mean difference of the strip in which the words stand, in levels of 255. */
async function differenceAtWords(one: Buffer, other: Buffer): Promise<number> {
  const strip = (bytes: Buffer) =>
    sharp(bytes).removeAlpha().extract({ left: 100, top: 30, width: 440, height: 70 }).raw().toBuffer()
  const [a, b] = [await strip(one), await strip(other)]
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length
}

it('makes a meme in the memory of a picture that nobody keeps, while curators get a copy with its own words', async () => {
  const settings = { ...config(), cache: { ...config().cache, enable_image_cache: false } }
  const parts = { ...worker.parts, config: settings, pictures: createPictureCache(settings.cache) }
  const uploads = [await uploaded('FIRST'), await uploaded('SECOND'), await uploaded('THIRD')]
  for (const { upload } of uploads) {
    const payload = generatePayload({ sha256: upload.sha256, uploadId: upload.id }, ['NOT THESE'])
    const { job } = await requestJob(payload, settings)
    await runJob(job.id, 'test-worker', parts)
  }
  const [listed] = await recurringUploads(1)
  const shown = uploads.find(({ upload }) => upload.sha256 === listed?.sha256)!
  expect(await differenceAtWords(await getBytes('images', listed!.file), shown.bytes)).toBeLessThan(8)
})
