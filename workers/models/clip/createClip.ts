import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#core/config'
import { type EmbeddingId, embeddingId, embeddings, hashOf, plainWords } from '#store/embeddings'
import { log } from '#workers/log'
import { modelFolder } from '#workers/models/modelFolder'
import { type OnDevice, onDevice } from '#workers/models/onDevice'
import { providersFor } from '#workers/models/providers'
import type { Provider } from '#workers/models/session'
import { candidates } from './candidates'
import type { Clip, ClipReport } from './clip'
import type { OpenedTower } from './clipThread'
import { type Dtype, modelFile, PREPROCESSOR, TOKENIZER, type Tower } from './modelFiles'
import { type Encoders, openEncoders } from './openEncoders'
import { middleSquare } from './square'

const how = 'npm run models, then restart the worker; see docs/models.md'

const off = (report: ClipReport): Clip => ({
  report,
  available: false,
  embedImage: async () => undefined,
  embedText: async () => undefined,
  close: async () => undefined,
})

const presentDtypes = (directory: string, tower: Tower): ReadonlySet<Dtype> =>
  new Set((['fp32', 'fp16', 'int8'] as const).filter((dtype) => existsSync(join(directory, modelFile(tower, dtype)))))

const towerReport = ({ provider, dtype, loadMs }: OpenedTower) => ({ provider, dtype, loadMs })

const onProcessor = ({ vision, text }: Encoders): boolean => vision.provider === 'cpu' && text.provider === 'cpu'

/** One line per device that was tried in vain. */
function refusals({ vision, text }: Encoders): string[] {
  const refused = [...vision.refused, ...text.refused]
  return [...new Set(refused.map(({ provider, dtype, why }) => `${provider} ${dtype}: ${why}`))]
}

/**
 * Loads CLIP as the settings say. Without weights, or with damaged ones, the answer is a Clip that is not available and says
 * why, once in the log too: everything else works without it.
 */
export async function createClip(config: Config, devices = providersFor(config.vector_db.enable_gpu)): Promise<Clip> {
  const { model } = config.clip
  const { enable_half_precision: halfPrecision, max_image_size: maxSide } = config.vector_db
  const directory = modelFolder(config.clip)
  const ways = (tower: Tower, providers: readonly Provider[] = devices.providers) =>
    candidates(presentDtypes(directory, tower), { providers, halfPrecision })
  const missing = [
    ...(ways('vision').length > 0 ? [] : ['weights of the image encoder']),
    ...(ways('text').length > 0 ? [] : ['weights of the text encoder']),
    ...[TOKENIZER, PREPROCESSOR].filter((name) => !existsSync(join(directory, name))),
  ]
  if (missing.length > 0) {
    log.info({ model, directory, missing, how }, 'CLIP is off: its files are not here')
    return off({ state: 'missing', model, missing, how })
  }
  const open = (providers?: readonly Provider[]) =>
    openEncoders({
      directory,
      vision: ways('vision', providers),
      text: ways('text', providers),
      threads: config.workers.ocr_threads,
      settings: `max_image_size ${maxSide}`,
      imageIdleMs: config.clip.image_idle_minutes * 60_000,
    })
  let live: OnDevice<Encoders>
  let left: string[] = []
  try {
    const first = await open()
    left = refusals(first)
    live = onDevice(first, onProcessor, async (error) => {
      const { provider } = first.vision
      log.warn({ err: error, model, device: provider }, 'CLIP’s device has failed: it goes on with the processor')
      const encoders = await open(['cpu'])
      left = [...left, `${provider}: it failed while embedding`]
      // What a broken device does not give back is lost.
      void first.close().catch(() => {})
      return encoders
    })
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    log.error({ model, directory, problem, how }, 'CLIP is off: its files cannot be used')
    return off({ state: 'broken', model, problem, how })
  }
  const cached = async (
    { version }: Encoders,
    kind: EmbeddingId['kind'],
    hash: string,
    make: () => Promise<Float32Array>,
  ) => (await embeddings(config).getOrMake(embeddingId({ kind, hash, model, version }), make)).value
  return {
    get report() {
      const { version, vision, text } = live.current()
      const notUsed = [...devices.notUsed, ...left]
      return { state: 'ready', model, version, vision: towerReport(vision), text: towerReport(text), notUsed } as const
    },
    available: true,
    async embedImage(bitmap) {
      const square = await middleSquare(bitmap, maxSide, live.current().side)
      return live.use((encoders) => cached(encoders, 'image', hashOf(square), () => encoders.embedSquare(square)))
    },
    embedText(text) {
      const words = plainWords(text)
      return live.use((encoders) => cached(encoders, 'text', hashOf(words), () => encoders.embedWords(words)))
    },
    close: () => live.current().close(),
  }
}
