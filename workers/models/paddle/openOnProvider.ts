import { type InferenceSession, Tensor } from 'onnxruntime-node'
import type { Provider } from '#workers/models/session'

/** Both models on one device. */
export interface ReaderSessions {
  readonly detector: InferenceSession
  readonly recognizer: InferenceSession
}

/** … and why devices that were tried before it are not used. */
export interface OpenedReader extends ReaderSessions {
  readonly provider: Provider
  readonly refused: readonly string[]
}

/** Probabilities may differ by so much: devices add in another order, and some with fewer bits. */
const TOLERANCE = 0.02

/** Something like two letters on a ground, in the numbers that both models read. */
function sample(width: number, height: number): Tensor {
  const data = Float32Array.from({ length: 3 * width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width) % height]
    const isInk =
      y > height * 0.25 && y < height * 0.75 && (x % 24 < 5 || (x % 24 < 16 && Math.abs(y - height / 2) < 3))
    return isInk ? 1.8 : -0.8 + (0.2 * x) / width
  })
  return new Tensor('float32', data, [1, 3, height, width])
}

async function run(session: InferenceSession, input: Tensor): Promise<Float32Array> {
  const output = (await session.run({ [session.inputNames[0]!]: input }))[session.outputNames[0]!]!
  return output.data as Float32Array
}

/** What both models make of the sample: one after another, for one thread runs them. */
async function trial({ detector, recognizer }: ReaderSessions): Promise<readonly Float32Array[]> {
  return [await run(detector, sample(160, 64)), await run(recognizer, sample(160, 48))]
}

/** @throws Error when the numbers are others, or none */
function mustAgree(found: readonly Float32Array[], expected: readonly Float32Array[]): void {
  for (const [k, values] of expected.entries()) {
    let most = 0
    for (const [i, value] of values.entries()) {
      const difference = Math.abs(value - (found[k]![i] ?? Number.NaN))
      if (!(difference <= most)) most = difference
    }
    if (!(most <= TOLERANCE)) throw new Error(`its answers differ from the processor's by ${most}`)
  }
}

const release = async ({ detector, recognizer }: ReaderSessions): Promise<void> => {
  await detector.release()
  await recognizer.release()
}

/** The first line says what it is; what follows are places in other people's sources. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]!

/**
 * Opens the models on the first device that loads them, runs them, and answers what the processor answers. A device that fails at any of these is passed over.
 * @param open loads both models on one device
 * @throws what `open` throws for the processor: then it is the models' fault
 */
export async function openOnProvider(
  providers: readonly Provider[],
  open: (provider: Provider) => Promise<ReaderSessions>,
): Promise<OpenedReader> {
  const processor = await open('cpu')
  const others = providers.filter((provider) => provider !== 'cpu')
  const refused: string[] = []
  const expected = others.length > 0 ? await trial(processor) : []
  for (const provider of others) {
    let sessions: ReaderSessions | undefined
    try {
      sessions = await open(provider)
      mustAgree(await trial(sessions), expected)
      await release(processor)
      return { ...sessions, provider, refused }
    } catch (error) {
      if (sessions) await release(sessions)
      refused.push(`${provider}: ${reasonOf(error)}`)
    }
  }
  return { ...processor, provider: 'cpu', refused }
}
