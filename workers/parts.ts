import type { Config } from '#core/config'
import { reportCache } from '#store/performance/reportCache'
import { startRemovalPool } from './inpaint/pool'
import { limitedClip } from './kinds/limitedClip'
import { type PictureReader, readHere } from './kinds/pictureReader'
import { createPool, type Pool } from './kinds/pool'
import { removeHere, type WordRemover } from './kinds/wordRemover'
import { createLettering, type Lettering } from './lettering/createLettering'
import type { Clip } from './models/clip/clip'
import { createClip } from './models/clip/createClip'
import { createPictureCache, type PictureCache } from './pictureCache'
import { createPixelGate, type PixelGate } from './pixelGate'
import { openStoredGallery, type StoredGallery } from './recognise/storedGallery'
import { createTextReader } from './stages/readText'

/** What is loaded once per worker process and used by every job. */
export interface Parts {
  readonly config: Config
  readonly reader: PictureReader
  readonly clip: Clip
  readonly remover: WordRemover
  /** Where lettering and encoding stand in line. */
  readonly rendering: Pool
  readonly lettering: Lettering
  readonly pictures: PictureCache
  /** Holds jobs back while many pixels are in flight. */
  readonly pixels: PixelGate
  /** What uploads are recognised by. */
  readonly gallery: StoredGallery
  close(): Promise<void>
}

/** Loads models, threads and fonts, and runs each once, so that the first job is as fast as the next. */
export async function loadParts(config: Config): Promise<Parts> {
  const { inpaint_engine: engine, enable_fast_inpaint: fast } = config.image_processing
  const { ocr, inpaint, render, embed } = config.workers
  const [reader, clip, remover, gallery] = await Promise.all([
    createTextReader(config).then((here) => readHere(here, createPool(ocr))),
    createClip(config).then((here) => limitedClip(here, createPool(embed))),
    startRemovalPool(inpaint, { engine, fast }).then((threads) => removeHere(threads, createPool(inpaint))),
    openStoredGallery(),
  ])
  const lettering = createLettering(config.cache)
  lettering.warm()
  const pictures = createPictureCache(config.cache)
  const unreport = [...pictures.reports, ...lettering.reports].map(reportCache)
  return {
    config,
    reader,
    clip,
    remover,
    rendering: createPool(render),
    lettering,
    pictures,
    pixels: createPixelGate(config.workers.megapixels_in_flight * 1e6),
    gallery,
    async close() {
      for (const stop of unreport) stop()
      await Promise.all([gallery.close(), reader.close(), clip.close(), remover.close()])
    },
  }
}
