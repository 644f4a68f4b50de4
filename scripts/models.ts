/** `npm run models`: brings CLIP's weights, once, into the folder where the worker looks for them. */
import { parseArgs } from 'node:util'
import { config } from '#store/config'
import { candidates } from '#workers/models/clip/candidates'
import type { Dtype } from '#workers/models/clip/modelFiles'
import { openEncoders } from '#workers/models/clip/openEncoders'
import { hasGpuDevice } from '#workers/models/gpuDevice'
import { modelFolder } from '#workers/models/modelFolder'
import { providersFor } from '#workers/models/providers'
import { copyModel } from './models/copyModel'
import { fetchModel } from './models/fetchModel'
import { wantedFiles } from './models/wantedFiles'
import { underLock } from './process/lock'

const usage = `npm run models -- [--from DIR] [--dtype int8,fp16,fp32]
  --from DIR   take the files from a folder instead of the network
  --dtype …    which weights to download: int8 for processors, fp16 or fp32 for graphics processors
MODELS_BASE_URL: a mirror, instead of https://huggingface.co`

const OWNER = 'Xenova'
const known: readonly Dtype[] = ['int8', 'fp16', 'fp32']

const { clip, vector_db: vectorDb, workers } = config()
const halfPrecision = vectorDb.enable_half_precision
const gpu = vectorDb.enable_gpu && hasGpuDevice()

function readDtypes(text: string | undefined): readonly Dtype[] {
  if (text === undefined) return gpu ? ['int8', halfPrecision ? 'fp16' : 'fp32'] : ['int8']
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !known.includes(name as Dtype))
  if (wrong !== undefined) throw new Error(`There are no weights "${wrong}".\n${usage}`)
  return names as Dtype[]
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)

/** One line per tenth of a file; on a terminal one line that counts. */
function progressLines(): (file: string, bytes: number, total: number | undefined) => void {
  let last = ''
  return (file, bytes, total) => {
    const tenth = total ? Math.floor((bytes / total) * 10) : Math.floor(bytes / 1e7)
    const step = `${file} ${tenth}`
    const words = `${file}: ${megabytes(bytes)}${total ? ` of ${megabytes(total)}` : ''} MB`
    if (process.stdout.isTTY) process.stdout.write(`\r${words}${bytes === total ? '\n' : ''}`)
    else if (step !== last) console.log(words)
    last = step
  }
}

/** Loads what has come, so that a file that is no model shows now and not when a worker starts. */
async function tryOut(directory: string, dtypes: readonly Dtype[]): Promise<void> {
  const { providers } = providersFor(vectorDb.enable_gpu)
  const ways = candidates(new Set(dtypes), { providers, halfPrecision })
  const encoders = await openEncoders({
    directory,
    vision: ways,
    text: ways,
    threads: workers.ocr_threads,
    settings: '',
  })
  for (const tower of ['vision', 'text'] as const) {
    const { provider, dtype, loadMs } = encoders[tower]
    console.log(`${tower}: runs on ${provider} in ${dtype}, loaded in ${Math.round(loadMs)} ms`)
  }
  await encoders.close()
}

try {
  const { values } = parseArgs({ options: { from: { type: 'string' }, dtype: { type: 'string' } } })
  const directory = modelFolder(clip)
  const say = (line: string) => console.log(line)
  await underLock(
    `${directory}.lock`,
    'npm run models',
    ({ pid }) => say(`Waiting for process ${pid}, which brings the same model`),
    async () => {
      if (values.from) {
        const files = await copyModel(values.from, directory, clip.model)
        say(`Copied ${files.join(', ')}`)
        const dtypes = known.filter((dtype) => wantedFiles([dtype]).every((name) => files.includes(name)))
        await tryOut(directory, dtypes)
        return
      }
      const dtypes = readDtypes(values.dtype)
      const baseUrl = process.env.MODELS_BASE_URL || 'https://huggingface.co'
      const files = wantedFiles(dtypes)
      await fetchModel({
        ...{ model: clip.model, directory, files, baseUrl, owner: OWNER, say },
        ...{ onBytes: progressLines(), pauseMs: 1000 },
      })
      await tryOut(directory, dtypes)
    },
  )
  say(`${clip.model} is in ${directory}. Restart the worker to use it.`)
} catch (error) {
  const { message, cause } = error as Error
  console.error(message)
  if (cause instanceof Error) console.error(`  ${cause.message}`)
  process.exitCode = 1
}
