import sharp from 'sharp'
import { decide } from '#core/decide'
import { AppError } from '#core/errors'
import type { TemplatePicturePayload } from '#core/jobPayload'
import type { PreparedPicture } from '#core/preparedPicture'
import type { Stage } from '#core/stage'
import { fileSize, getBytes, putBytes } from '#store/files'
import { findMeme } from '#store/memes'
import { findPictures } from '#store/pictures'
import type { JobRun } from './jobRun'
import { cleanPicture } from './stages/cleanPicture'
import { fetchSource } from './stages/fetchSource'
import { findRegions } from './stages/findRegions'
import { openPicture } from './stages/openPicture'
import type { StageNote } from './step'
import { storeTemplatePicture } from './templates/storeTemplatePicture'

/** Milliseconds that the stages usually take on two cores: the shares of the progress bar. */
export const templatePictureWeights: Readonly<Partial<Record<Stage, number>>> = {
  fetch: 20,
  decode: 15,
  ocr: 150,
  decide: 5,
  remove_text: 70,
  store: 80,
}

/**
 * Makes a picture ready for a template: bytes, first frame in full size, small copy; without its words when that is asked.
 * @throws AppError UPLOAD_NOT_FOUND | NOT_FOUND for a meme whose picture is gone | URL_… | NOT_AN_IMAGE | IMAGE_DAMAGED | TOO_MANY_PIXELS | STORAGE_FULL
 */
export async function makeTemplatePicture(payload: TemplatePicturePayload, run: JobRun): Promise<PreparedPicture> {
  const { parts, clock } = run
  const sha256 = await clock.step('fetch', (note) => sourceOf(payload.source, run, note))
  const bytes = payload.withoutWords ? await wordless(sha256, run) : await getBytes('sources', sha256)
  const { style: _, ...picture } = await clock.step('store', (note) => {
    note.inputBytes = bytes.byteLength
    return storeTemplatePicture('default', bytes, parts.config, run.room)
  })
  return picture
}

/** The hash of bytes that are here, under sources. */
async function sourceOf(
  source: TemplatePicturePayload['source'],
  { parts, signal }: JobRun,
  note: StageNote,
): Promise<string> {
  if ('memeId' in source) return sourceOfMeme(source.memeId)
  if ('url' in source || 'uploadId' in source) return (await fetchSource(source, parts.config, signal, note)).sha256
  if ((await fileSize('sources', source.sha256)) === null) throw new AppError('UPLOAD_NOT_FOUND')
  return source.sha256
}

/** What a meme was made from: as it came, while that is kept, else the copy that people see beside the meme. */
async function sourceOfMeme(memeId: string): Promise<string> {
  const meme = await findMeme(memeId)
  if (!meme) throw new AppError('NOT_FOUND', 'There is no meme with this id.')
  const { sourceSha256 } = meme
  if ((await fileSize('sources', sourceSha256)) !== null) return sourceSha256
  const kept = (await findPictures([sourceSha256])).get(sourceSha256)
  if (kept && (await fileSize('images', kept.file)) !== null)
    return (await putBytes('sources', await getBytes('images', kept.file))).sha256
  throw new AppError('NOT_FOUND', 'The picture that this meme was made from is not kept any more.')
}

/** The picture's first frame without words, as PNG; its own bytes when there are none to take off. */
async function wordless(sha256: string, run: JobRun): Promise<Buffer> {
  const { parts, clock, signal } = run
  const { bitmap } = await clock.step('decode', (note) => openPicture(sha256, run, note))
  const regions = await clock.step('ocr', (note) => findRegions(sha256, bitmap, parts, signal, note))
  // However few they are: a template has none of its own.
  const { lines } = await clock.step('decide', async () => decide(regions, [], 'AUTO', 0))
  if (lines.length === 0) return getBytes('sources', sha256)
  return clock.step('remove_text', async (note) => {
    const { data, width, height, channels } = (await cleanPicture({ sha256, bitmap }, lines, parts, signal, note))
      .bitmap
    return sharp(data, { raw: { width, height, channels }, limitInputPixels: false }).png().toBuffer()
  })
}
