import DataLoader from 'dataloader'
import type { PictureFile } from '#core/analysis'
import { findPictures } from '#store/pictures'

/** Pictures by the hash of their source. */
export type PictureLoader = DataLoader<string, PictureFile | null>

/** Looks the pictures of a whole page of memes up with one query; lives as long as one request. */
export const pictureLoader = (): PictureLoader =>
  new DataLoader(async (sourceSha256s) => {
    const found = await findPictures(sourceSha256s)
    return sourceSha256s.map((sha256) => found.get(sha256) ?? null)
  })
