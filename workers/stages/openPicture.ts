import { getBytes } from '#store/files'
import { collectGarbage } from '../collectGarbage'
import type { JobRun } from '../jobRun'
import type { DecodedPicture, PictureCache } from '../pictureCache'
import type { StageNote } from '../step'
import { decodeFile, openFile } from './decode'
import { noteSize } from './noteSize'

/** A larger file is read again rather than held in memory while its job stands in line. */
const MOST_HELD_BYTES = 2 ** 20

/** Whose picture is opened, and with what. */
export interface Opening extends Pick<JobRun, 'room' | 'signal'> {
  readonly parts: Pick<JobRun['parts'], 'pictures' | 'config'>
}

/**
 * The decoded picture of stored source bytes, from memory when it was there a moment ago. A job first waits until there is room for as many pixels.
 * @returns `isOwn`: nobody else has its pixels, nor will
 * @param memory whose pictures it is kept with: uploads never push templates out
 */
export async function openPicture(
  sha256: string,
  { parts: { pictures, config }, room, signal }: Opening,
  note: StageNote,
  memory: Extract<keyof PictureCache, 'decoded' | 'templates'> = 'decoded',
): Promise<DecodedPicture & { readonly isOwn: boolean }> {
  const limits = { ...config.limits, ...config.image_processing }
  const kept = pictures[memory]
  const key = `${sha256} ${limits.max_result_dimension}`
  const readFile = async () => openFile(await getBytes('sources', sha256), limits)
  const there = kept.peek(key)
  let file = there ? undefined : await readFile()
  const pixels = file?.pixels ?? there!.bitmap.width * there!.bitmap.height
  const inputBytes = file?.bytes.byteLength
  if (file && file.bytes.byteLength > MOST_HELD_BYTES) file = undefined
  // Not within what is shared: whoever waits there would keep waiting those that have room.
  const waitedMs = await room.enter(pixels)
  if (waitedMs > 0) note.waitedMs = (note.waitedMs ?? 0) + waitedMs
  const make = async () => {
    const opened = file ?? (await readFile())
    await collectGarbage(pixels)
    return decodeFile(opened, limits, note)
  }
  const { value: picture, hit, isOwn } = await kept.get(key, make, signal)
  note.cacheHit = hit
  if (!hit) {
    note.inputBytes = inputBytes
    note.outputBytes = picture.bitmap.data.byteLength
  }
  noteSize(note, picture.bitmap)
  return { ...picture, isOwn }
}
