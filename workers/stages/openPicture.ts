import type { Config } from '#core/config'
import { getBytes } from '#store/files'
import type { DecodedPicture, PictureCache } from '../pictureCache'
import type { StageNote } from '../step'
import { decode } from './decode'

/** The decoded picture of stored source bytes, from memory when it was there a moment ago. */
export async function openPicture(
  sha256: string,
  pictures: PictureCache,
  config: Config,
  note: StageNote,
): Promise<DecodedPicture> {
  const known = pictures.decoded.get(sha256)
  note.cacheHit = known !== undefined
  if (known) return known
  const picture = await decode(await getBytes('sources', sha256), { ...config.limits, ...config.image_processing })
  pictures.decoded.set(sha256, picture)
  return picture
}
