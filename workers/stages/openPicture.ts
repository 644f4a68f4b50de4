import type { Config } from '#core/config'
import { getBytes } from '#store/files'
import type { DecodedPicture, PictureCache } from '../pictureCache'
import type { StageNote } from '../step'
import { decode } from './decode'
import { noteSize } from './noteSize'

/** The decoded picture of stored source bytes, from memory when it was there a moment ago. */
export async function openPicture(
  sha256: string,
  pictures: PictureCache,
  config: Config,
  note: StageNote,
): Promise<DecodedPicture> {
  const known = pictures.decoded.get(sha256)
  note.cacheHit = known !== undefined
  if (known) {
    noteSize(note, known.bitmap)
    return known
  }
  const bytes = await getBytes('sources', sha256)
  note.inputBytes = bytes.byteLength
  const picture = await decode(bytes, { ...config.limits, ...config.image_processing })
  noteSize(note, picture.bitmap)
  note.outputBytes = picture.bitmap.data.byteLength
  pictures.decoded.set(sha256, picture)
  return picture
}
