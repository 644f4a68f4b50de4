import type { Config } from '#core/config'
import { type WorkKind, workKinds } from '#core/workKind'
import { reportCache } from '#store/performance/reportCache'
import { startRemovalPool } from './inpaint/pool'
import { clipElsewhere } from './kinds/clipElsewhere'
import { readElsewhere } from './kinds/handedReader'
import { removeElsewhere } from './kinds/handedRemover'
import { limitedClip } from './kinds/limitedClip'
import { type PictureReader, readHere } from './kinds/pictureReader'
import { createPools, type Pools } from './kinds/pools'
import { removeHere, type WordRemover } from './kinds/wordRemover'
import type { Lettering } from './lettering/createLettering'
import type { Clip } from './models/clip/clip'
import { tellDevices } from './models/tellDevices'
import { createPictureCache, type PictureCache } from './pictureCache'
import { createPixelGate, type PixelGate } from './pixelGate'
import { openStoredGallery, type StoredGallery } from './recognise/storedGallery'
import { createTextReader, textReaderId } from './stages/readText'

/** What a worker process has loaded for what is no job: stages of others' jobs, questions, templates' descriptions. */
export interface HelpingParts {
  readonly config: Config
  readonly reader: PictureReader
  readonly clip: Clip
  readonly remover: WordRemover
  readonly pictures: PictureCache
  /** Where each kind of work stands in line. */
  readonly pools: Pools
  /** Holds jobs back while many pixels are in flight. */
  readonly pixels: PixelGate
  close(): Promise<void>
}

/** What is loaded once per worker process and used by every job. */
export interface Parts extends HelpingParts {
  readonly lettering: Lettering
  /** What uploads are recognised by. */
  readonly gallery: StoredGallery
}

const all: ReadonlySet<WorkKind> = new Set(workKinds)

/** Imported late, as the canvas below: ONNX Runtime comes with it. */
const openClip = async (config: Config): Promise<Clip> => (await import('./models/clip/createClip')).createClip(config)

/** Loads what a worker needs that takes no jobs. What it does not serve it has others do. */
export async function loadHelpingParts(config: Config, kinds: ReadonlySet<WorkKind>): Promise<HelpingParts> {
  const { inpaint_engine: engine, enable_fast_inpaint: fast } = config.image_processing
  const pools = createPools(config.workers)
  const [reader, clip, remover] = await Promise.all([
    kinds.has('ocr')
      ? createTextReader(config).then((here) => readHere(here, pools.ocr))
      : textReaderId(config).then(readElsewhere),
    kinds.has('embed')
      ? openClip(config).then((here) => limitedClip(here, pools.embed))
      : clipElsewhere(config.clip.model),
    kinds.has('inpaint')
      ? startRemovalPool(pools.inpaint.size, { engine, fast }).then((threads) => removeHere(threads, pools.inpaint))
      : removeElsewhere,
  ])
  tellDevices(config.vector_db.enable_gpu, reader, clip)
  const pictures = createPictureCache(config.cache)
  const unreport = pictures.reports.map(reportCache)
  return {
    config,
    reader,
    clip,
    remover,
    pictures,
    pools,
    pixels: createPixelGate(config.workers.megapixels_in_flight * 1e6),
    async close() {
      for (const stop of unreport) stop()
      await Promise.all([reader.close(), clip.close(), remover.close()])
    },
  }
}

/** Loads models, threads and fonts, and runs each once, so that the first job is as fast as the next. */
export async function loadParts(config: Config, kinds = all): Promise<Parts> {
  // Imported late: fonts and the canvas come with it, which those that take no jobs do without.
  const { createLettering } = await import('./lettering/createLettering')
  const [helping, gallery] = await Promise.all([loadHelpingParts(config, kinds), openStoredGallery()])
  const lettering = createLettering(config.cache)
  lettering.warm()
  const unreport = lettering.reports.map(reportCache)
  return {
    ...helping,
    lettering,
    gallery,
    async close() {
      for (const stop of unreport) stop()
      await Promise.all([gallery.close(), helping.close()])
    },
  }
}
