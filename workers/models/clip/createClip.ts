import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#core/config'
import { type EmbeddingId, embeddingId, embeddings, hashOf, plainWords } from '#store/embeddings'
import { log } from '#workers/log'
import { modelFolder } from '#workers/models/modelFolder'
import { candidates } from './candidates'
import type { Clip, ClipReport } from './clip'
import type { OpenedTower } from './clipThread'
import { hasGpuDevice } from './gpuDevice'
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

/** One line per device that was tried in vain. */
function notUsed(gpuWanted: boolean, gpu: boolean, { vision, text }: Encoders): string[] {
  if (gpuWanted && !gpu) return ['cuda, webgpu: there is no graphics processor']
  const refusals = [...vision.refused, ...text.refused]
  return [...new Set(refusals.map(({ provider, dtype, why }) => `${provider} ${dtype}: ${why}`))]
}

/**
 * Loads CLIP as the settings say. Without weights, or with damaged ones, the answer is a Clip that is not available and says
 * why, once in the log too: everything else works without it.
 */
export async function createClip(config: Config): Promise<Clip> {
  const { model } = config.clip
  const { enable_gpu, enable_half_precision: halfPrecision, max_image_size: maxSide } = config.vector_db
  const directory = modelFolder(config.clip)
  const gpu = enable_gpu && hasGpuDevice()
  const ways = (tower: Tower) => candidates(presentDtypes(directory, tower), { gpu, halfPrecision })
  const vision = ways('vision')
  const text = ways('text')
  const missing = [
    ...(vision.length > 0 ? [] : ['weights of the image encoder']),
    ...(text.length > 0 ? [] : ['weights of the text encoder']),
    ...[TOKENIZER, PREPROCESSOR].filter((name) => !existsSync(join(directory, name))),
  ]
  if (missing.length > 0) {
    log.info({ model, directory, missing, how }, 'CLIP is off: its files are not here')
    return off({ state: 'missing', model, missing, how })
  }
  let encoders: Encoders
  try {
    const settings = `max_image_size ${maxSide}`
    encoders = await openEncoders({ directory, vision, text, threads: config.workers.ocr_threads, settings })
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    log.error({ model, directory, problem, how }, 'CLIP is off: its files cannot be used')
    return off({ state: 'broken', model, problem, how })
  }
  const { version, side, embedSquare, embedWords, close } = encoders
  const report = {
    state: 'ready' as const,
    model,
    version,
    vision: towerReport(encoders.vision),
    text: towerReport(encoders.text),
    notUsed: notUsed(enable_gpu, gpu, encoders),
  }
  if (report.notUsed.length > 0) log.info({ model, notUsed: report.notUsed }, 'CLIP runs without a better device')
  const cached = async (kind: EmbeddingId['kind'], hash: string, make: () => Promise<Float32Array>) =>
    (await embeddings(config).getOrMake(embeddingId({ kind, hash, model, version }), make)).value
  return {
    report,
    available: true,
    async embedImage(bitmap) {
      const square = await middleSquare(bitmap, maxSide, side)
      return cached('image', hashOf(square), () => embedSquare(square))
    },
    embedText(text) {
      const words = plainWords(text)
      return cached('text', hashOf(words), () => embedWords(words))
    },
    close,
  }
}
