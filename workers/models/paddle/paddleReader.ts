import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bitmap } from '#core/bitmap'
import { fromPx } from '#core/box'
import type { TextLine } from '#core/text'
import { type Alphabet, readAlphabet } from '#workers/models/paddle/ctc'
import { detectCores } from '#workers/models/paddle/detect'
import { readInBestDirection, turnedBy } from '#workers/models/paddle/direction'
import { fitToInk } from '#workers/models/paddle/ink'
import { leanGraph } from '#workers/models/paddle/leanGraph'
import { linesOf } from '#workers/models/paddle/lines'
import { modelFiles } from '#workers/models/paddle/modelFiles'
import { type OpenedReader, openOnProvider } from '#workers/models/paddle/openOnProvider'
import { parameters } from '#workers/models/paddle/parameters'
import { recognizeLines } from '#workers/models/paddle/recognize'
import type { TurnedRect } from '#workers/models/paddle/turnedRect'
import { openSession, type Provider } from '#workers/models/session'

/** Folder of the models, and threads of each of their sessions. */
export interface PaddleOptions {
  readonly directory: string
  readonly threads: number
  /** What is tried, best first. */
  readonly providers: readonly Provider[]
}

interface Models extends OpenedReader {
  readonly alphabet: Alphabet
}

/** How the models run. */
export interface OpenedPaddle extends Pick<OpenedReader, 'provider' | 'refused'> {
  readonly loadMs: number
}

let opened: Promise<Models> | undefined

/** One after another: a failure must leave nothing loading behind it, or the process ends when the thread does. */
async function openModels({ directory, threads, providers }: PaddleOptions): Promise<Models> {
  const alphabet = readAlphabet(await readFile(join(directory, modelFiles.alphabet), 'utf8'))
  const open = async (file: string, provider: Provider) => {
    const name = join(directory, file)
    return openSession({ name, bytes: await leanModel(name) }, threads, provider, true)
  }
  const opened = await openOnProvider(providers, async (provider) => {
    const detector = await open(modelFiles.detector, provider)
    return { detector, recognizer: await open(modelFiles.recognizer, provider) }
  })
  return { ...opened, alphabet }
}

/** @throws Error that names the file when it is missing, or no model */
async function leanModel(path: string): Promise<Uint8Array> {
  try {
    return leanGraph(await readFile(path))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The model ${path} cannot be loaded: ${reason}`, { cause })
  }
}

/** Loads the models into this thread, once. */
export async function openPaddle(options: PaddleOptions): Promise<OpenedPaddle> {
  const start = performance.now()
  opened ??= openModels(options)
  const { provider, refused } = await opened
  return { provider, refused, loadMs: performance.now() - start }
}

/** Loads the models again, on the processor, when their device has failed. What it held is not given back: it may not even answer. */
export async function openPaddleOnProcessor(options: PaddleOptions): Promise<OpenedPaddle> {
  opened = undefined
  return openPaddle({ ...options, providers: ['cpu'] })
}

/** One picture to read. */
export interface PaddleInput {
  readonly options: PaddleOptions
  readonly bitmap: Bitmap
  /** One number; the caller sets it to 1 when nobody waits for the answer any more. */
  readonly cancelled: Int32Array
}

/** The lines on the picture; fewer when it was cancelled meanwhile. */
export async function readWithPaddle({ options, bitmap, cancelled }: PaddleInput): Promise<readonly TextLine[]> {
  await openPaddle(options)
  const { detector, recognizer, alphabet } = await opened!
  const found = linesOf(await detectCores(detector, bitmap, parameters.detectionSide))
  if (Atomics.load(cancelled, 0) !== 0) return []
  const fitted = found.map((rect) => fitToInk(bitmap, rect))
  const read = (cuts: readonly TurnedRect[]) => recognizeLines(recognizer, alphabet, bitmap, cuts)
  const readings = await read(fitted.map(({ whole }) => whole))
  const lines: TextLine[] = []
  for (const [k, { ink, whole }] of fitted.entries()) {
    if (Atomics.load(cancelled, 0) !== 0) break
    const again = async (cut: TurnedRect) => (await read([cut]))[0]!
    const { text, confidence, turn } = await readInBestDirection(whole, readings[k]!, again)
    if (text !== '' && confidence >= parameters.leastConfidence) {
      lines.push({ text, confidence, box: boxOf(turnedBy(ink, turn), bitmap) })
    }
  }
  return lines
}

const boxOf = ({ cx, cy, width, height, angle }: TurnedRect, bitmap: Bitmap) =>
  fromPx(
    { xPx: cx - width / 2, yPx: cy - height / 2, widthPx: width, heightPx: height, angle },
    bitmap.width,
    bitmap.height,
  )
