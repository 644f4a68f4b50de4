import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InferenceSession } from 'onnxruntime-node'
import { openSession } from '#workers/models/session'
import type { Candidate } from './candidates'
import { floatTensor, tokenTensors, unitVectors } from './encoder'
import { modelFile, PREPROCESSOR, TOKENIZER, type Tower } from './modelFiles'
import { normalisedPlanes, type Preprocessing, readPreprocessing } from './preprocessing'
import { type ClipTokenizer, openTokenizer } from './tokenizer'

/** Which encoder to open, and how. */
export interface TowerInput {
  readonly directory: string
  readonly tower: Tower
  /** Tried in this order. */
  readonly candidates: readonly Candidate[]
  readonly threads: number
  /** On the processor its weights leave the memory after so long without use, and come back with the next; undefined: they stay. */
  readonly idleMs?: number
}

/** A way that was tried in vain. */
export interface Refusal extends Candidate {
  readonly why: string
}

/** The candidate that could be opened, and why those before it could not. */
export interface OpenedTower extends Candidate {
  /** What the other operations want. */
  readonly handle: number
  readonly loadMs: number
  readonly refused: readonly Refusal[]
}

type Encoder =
  | { readonly tower: 'vision'; readonly session: InferenceSession; readonly preprocessing: Preprocessing }
  | { readonly tower: 'text'; readonly session: InferenceSession; readonly tokenizer: ClipTokenizer }

/** An encoder that stays open for who has its handle, in memory or not. */
interface Opened {
  readonly tower: Tower
  readonly open: () => Promise<Encoder>
  readonly idleMs: number | undefined
  /** undefined: let go of. */
  encoder: Promise<Encoder> | undefined
  /** Operations that use it. */
  users: number
  timer: NodeJS.Timeout | undefined
}

const opened = new Map<number, Opened>()
let lastHandle = 0

const encodeImages = ({ session, preprocessing }: Encoder & { tower: 'vision' }, squares: Uint8Array) => {
  const { side } = preprocessing
  const count = squares.length / (3 * side * side)
  const planes = normalisedPlanes(squares, preprocessing)
  const pixel_values = floatTensor(session, 'pixel_values', planes, [count, 3, side, side])
  return unitVectors(session, { pixel_values }, count)
}

const encodeTexts = ({ session, tokenizer }: Encoder & { tower: 'text' }, texts: readonly string[]) =>
  unitVectors(session, tokenTensors(session, texts.map(tokenizer.encode), tokenizer.pad), texts.length)

async function openEncoder({ directory, tower, threads }: TowerInput, way: Candidate): Promise<Encoder> {
  const file = join(directory, modelFile(tower, way.dtype))
  const session = await openSession(file, threads, way.provider)
  try {
    // Once in vain: a device that lacks an operator, or a file that is another model's, shows it here.
    if (tower === 'vision') {
      const from = join(directory, PREPROCESSOR)
      const preprocessing = readPreprocessing(await readFile(from, 'utf8'), from)
      const encoder = { tower, session, preprocessing }
      await encodeImages(encoder, new Uint8Array(3 * preprocessing.side ** 2))
      return encoder
    }
    const encoder = { tower, session, tokenizer: await openTokenizer(join(directory, TOKENIZER)) }
    await encodeTexts(encoder, ['a meme'])
    return encoder
  } catch (cause) {
    await session.release()
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${file} on ${way.provider}: ${reason}`, { cause })
  }
}

/**
 * Loads one encoder, on the first provider that takes it, and runs it once.
 * @throws Error that names the file when the processor cannot load the first of its weights: a damaged file must not be
 *   hidden by another that happens to lie beside it.
 */
export async function openClipTower(input: TowerInput): Promise<OpenedTower> {
  const start = performance.now()
  const refused: Refusal[] = []
  for (const way of input.candidates) {
    try {
      const encoder = Promise.resolve(await openEncoder(input, way))
      lastHandle += 1
      const idleMs = way.provider === 'cpu' ? input.idleMs : undefined
      const one: Opened = {
        tower: input.tower,
        open: () => openEncoder(input, way),
        idleMs,
        encoder,
        users: 0,
        timer: undefined,
      }
      opened.set(lastHandle, one)
      letGoLater(one)
      return { ...way, handle: lastHandle, loadMs: performance.now() - start, refused }
    } catch (error) {
      if (way.provider === 'cpu') throw error
      refused.push({ ...way, why: (error as Error).message })
    }
  }
  throw new Error(`${input.directory} has no weights of the ${input.tower} encoder`)
}

function letGoLater(one: Opened): void {
  if (one.idleMs === undefined || one.users > 0) return
  one.timer = setTimeout(() => {
    const { encoder } = one
    one.encoder = undefined
    // Nobody waits for it; what the runtime does not give back is memory that somebody will look for.
    void encoder?.then(({ session }) => session.release()).catch((error: Error) => process.emitWarning(error))
  }, one.idleMs)
  // A thread that is to end does not wait for it.
  one.timer.unref()
}

/** Runs an encoder, loaded again where it was let go of. */
async function using<T extends Tower, R>(
  handle: number,
  tower: T,
  work: (encoder: Encoder & { tower: T }) => Promise<R>,
): Promise<R> {
  const one = opened.get(handle)
  if (one?.tower !== tower) throw new Error(`There is no ${tower} encoder ${handle}`)
  clearTimeout(one.timer)
  one.users += 1
  try {
    one.encoder ??= one.open()
    // What cannot be loaded now is tried again by the next.
    one.encoder.catch(() => {
      one.encoder = undefined
    })
    return await work((await one.encoder) as Encoder & { tower: T })
  } finally {
    one.users -= 1
    letGoLater(one)
  }
}

/** @returns vectors of length 1 for squares of interleaved RGB, one after the other */
export const embedSquares = ({ handle, squares }: { readonly handle: number; readonly squares: Uint8Array }) =>
  using(handle, 'vision', (encoder) => encodeImages(encoder, squares))

/** @returns vectors of length 1, one after the other */
export const embedTexts = ({ handle, texts }: { readonly handle: number; readonly texts: readonly string[] }) =>
  using(handle, 'text', (encoder) => encodeTexts(encoder, texts))

/** Gives an encoder's memory back. */
export async function closeClipTower(handle: number): Promise<void> {
  const one = opened.get(handle)
  opened.delete(handle)
  clearTimeout(one?.timer)
  const encoder = one?.encoder
  if (one) one.encoder = undefined
  await (await encoder)?.session.release()
}
