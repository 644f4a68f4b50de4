import type { Config } from '#core/config'
import { type RemovalPool, startRemovalPool } from './inpaint/pool'
import { createLettering, type Lettering } from './lettering/createLettering'
import { createMatchCache, type MatchCache } from './matchCache'
import type { Clip } from './models/clip/clip'
import { createClip } from './models/clip/createClip'
import { createPictureCache, type PictureCache } from './pictureCache'
import { openStoredGallery, type StoredGallery } from './recognise/storedGallery'
import { createTextReader, type TextReader } from './stages/readText'

/** What is loaded once per worker process and used by every job. */
export interface Parts {
  readonly config: Config
  readonly reader: TextReader
  readonly clip: Clip
  readonly remover: RemovalPool
  readonly lettering: Lettering
  readonly pictures: PictureCache
  /** What uploads are recognised by. */
  readonly gallery: StoredGallery
  readonly matchCache: MatchCache
  close(): Promise<void>
}

/** Loads models, threads and fonts, and runs each once, so that the first job is as fast as the next. */
export async function loadParts(config: Config): Promise<Parts> {
  const { inpaint_engine: engine, enable_fast_inpaint: fast } = config.image_processing
  const [reader, clip, remover, gallery] = await Promise.all([
    createTextReader(config),
    createClip(config),
    startRemovalPool(config.workers.inpaint_threads, { engine, fast }),
    openStoredGallery(),
  ])
  const lettering = createLettering(config.cache)
  lettering.warm()
  return {
    config,
    reader,
    clip,
    remover,
    lettering,
    pictures: createPictureCache(config.cache),
    gallery,
    matchCache: createMatchCache(),
    close: async () => void (await Promise.all([gallery.close(), reader.close(), clip.close(), remover.close()])),
  }
}
