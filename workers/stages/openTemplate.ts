import type { Bitmap } from '#core/bitmap'
import { log } from '../log'
import type { Recognised } from './matchTemplate'
import { type Opening, openPicture } from './openPicture'

/** A recognised template's picture; undefined, and a line in the log, when its file cannot be opened: nobody's job fails for that. */
export async function openTemplate(
  { picture: { pictureId, sourceSha256 } }: Recognised,
  opening: Opening,
): Promise<Bitmap | undefined> {
  try {
    return (await openPicture(sourceSha256, opening, {}, 'templates')).bitmap
  } catch (error) {
    log.warn({ err: error, pictureId, sourceSha256 }, 'a template’s picture could not be opened')
    return undefined
  }
}
