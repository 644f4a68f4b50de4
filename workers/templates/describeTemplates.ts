import type { Bitmap } from '#core/bitmap'
import { AppError } from '#core/errors'
import { database } from '#store/database'
import { isDatabaseAway } from '#store/databaseAway'
import { getBytes } from '#store/files'
import {
  beginDescribing,
  clipVersion,
  type DescriptionKinds,
  type DescriptionPart,
  enqueueDescribing,
  failDescribing,
  memesAreWaiting,
  notifyDescribed,
  type PictureToDescribe,
  picturesToDescribe,
} from '#store/templates/vectors/describing'
import { saveClipVector, saveRecognition } from '#store/templates/vectors/saveDescription'
import { log } from '../log'
import type { Parts } from '../parts'
import type { PixelRoom } from '../pixelGate'
import { recognitionVersion } from '../recognise/recognitionVersion'
import { encodePrint } from '../recognise/storedPrint'
import { describeTemplate } from '../recognise/templatePrint'
import { decode } from '../stages/decode'
import { lookAlikes, meanAlikes } from './lookAlikes'

/** Pictures in one go of the task: progress is told after each. */
const batchSize = 16
/** A go takes a place of a meme's job: it ends after this, … */
const goMs = 2000

type Describer = Pick<Parts, 'config' | 'clip' | 'pixels'>

/** What this worker describes pictures by. */
export const descriptionKinds = ({ clip }: Pick<Parts, 'clip'>): DescriptionKinds => ({
  recognition: recognitionVersion,
  clip: clip.report.state === 'ready' ? { model: clip.report.model, version: clip.report.version } : undefined,
})

/**
 * Writes the vectors that templates' pictures lack, and who looks like whom: a few pictures at a time, in order, until all are described or failed. Asks
 * for its next go by itself, behind the memes that wait. What is written is whole, so it may be killed at any moment.
 * @returns how many pictures were looked at in this go
 */
export async function describeTemplates(parts: Describer): Promise<number> {
  const kinds = descriptionKinds(parts)
  const pictures = await picturesToDescribe(kinds, batchSize)
  const start = performance.now()
  const meanings: Promise<void>[] = []
  let done = 0
  try {
    for (const picture of pictures) {
      // … or when somebody waits.
      if (done > 0 && (performance.now() - start > goMs || (await memesAreWaiting()))) break
      await describePicture(picture, kinds, parts, meanings)
      done += 1
    }
  } finally {
    await Promise.all(meanings)
  }
  if (done > 0) await notifyDescribed()
  if (done < pictures.length || pictures.length === batchSize) await enqueueDescribing(database())
  else if (done > 0) log.info('all templates are described')
  return done
}

/**
 * Writes what one picture is found by; it has its room among the pixels in flight until CLIP, too, is done with it.
 * @param meanings gets what CLIP makes of it, on its way: it has a thread of its own beside the next picture's looks, and takes what waits together
 */
async function describePicture(
  picture: PictureToDescribe,
  kinds: DescriptionKinds,
  parts: Describer,
  meanings: Promise<void>[],
): Promise<void> {
  const room = parts.pixels.room(new AbortController().signal)
  const bitmap = openPicture(picture, parts, room)
  // Whoever wants it says why it failed.
  const opened = bitmap.catch(() => undefined)
  let meaning: Promise<void> | undefined
  try {
    if (picture.needsRecognition) await describeLooks(picture, bitmap)
    if (picture.needsClip) {
      meaning = describeMeaning(picture, bitmap, kinds, parts)
      meanings.push(meaning)
    }
    await opened
  } finally {
    // A failure is told by `meanings`; without this it would end the process before anybody looks there.
    void Promise.allSettled([opened, meaning]).then(room.leave)
  }
}

async function openPicture(
  { sourceSha256 }: PictureToDescribe,
  { config }: Describer,
  room: PixelRoom,
): Promise<Bitmap> {
  const bytes = await getBytes('sources', sourceSha256)
  return (await decode(bytes, { ...config.limits, ...config.image_processing }, room)).bitmap
}

/** Writes what a picture is recognised by. */
function describeLooks({ pictureId, templateId }: PictureToDescribe, opening: Promise<Bitmap>): Promise<void> {
  return noting(pictureId, 'recognition', recognitionVersion, async () => {
    const bitmap = await opening
    const { vectors, keys, print } = await describeTemplate(bitmap)
    const likenesses = await lookAlikes(bitmap, templateId)
    await saveRecognition(pictureId, {
      version: recognitionVersion,
      vectors,
      print: await encodePrint(print),
      keys,
      likenesses,
    })
  })
}

/** Writes what CLIP makes of it. */
async function describeMeaning(
  { pictureId, templateId }: PictureToDescribe,
  opening: Promise<Bitmap>,
  { clip: kind }: DescriptionKinds,
  { clip }: Describer,
): Promise<void> {
  if (!kind) return
  await noting(pictureId, 'clip', clipVersion(kind), async () => {
    const vector = await clip.embedImage(await opening)
    if (!vector) throw new Error('CLIP has been closed')
    const likenesses = await meanAlikes(vector, kind, templateId)
    await saveClipVector(pictureId, { ...kind, vector, likenesses })
  })
}

/** Notes that a picture is being tried, and why it failed: one that is broken is passed over, and does not stop the others. */
async function noting(
  pictureId: string,
  part: DescriptionPart,
  version: string,
  work: () => Promise<void>,
): Promise<void> {
  await beginDescribing(pictureId, part, version)
  try {
    await work()
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    const reason = reasonOf(error)
    log.warn({ err: error, pictureId, part, reason }, 'a template’s picture could not be described')
    await failDescribing(pictureId, part, reason)
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'The picture’s file is not in the store any more.'
  return error instanceof Error ? error.message : String(error)
}
