import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEngine } from '#workers/models/engine'
import { versionOf } from '#workers/models/version'
import { createBatcher } from './batcher'
import type { Candidate } from './candidates'
import type { OpenedTower } from './clipThread'
import { DIMENSIONS } from './encoder'
import { modelFile, PREPROCESSOR, TOKENIZER } from './modelFiles'
import { readPreprocessing } from './preprocessing'

/** Which model to open, and how. */
export interface EncodersInput {
  readonly directory: string
  /** What is tried for each encoder, best first. */
  readonly vision: readonly Candidate[]
  readonly text: readonly Candidate[]
  readonly threads: number
  /** Settings that change the vectors; part of the version. */
  readonly settings: string
  /** The image encoder's weights leave the memory after so long without use, when the processor runs it; undefined: they stay. */
  readonly imageIdleMs?: number
}

/** CLIP's two encoders, loaded. Vectors have length 1, so that their dot product is the cosine. */
export interface Encoders {
  /** Changes whenever weights, tokenizer, preparation or their code change: vectors of two versions are never compared. */
  readonly version: string
  readonly vision: OpenedTower
  readonly text: OpenedTower
  /** Side of the squares, in pixels. */
  readonly side: number
  /** @param square interleaved RGB, side × side */
  embedSquare(square: Uint8Array): Promise<Float32Array>
  embedWords(text: string): Promise<Float32Array>
  close(): Promise<void>
}

/**
 * How many go through the network together. 8-bit weights: one, because activations are quantised with one scale for the
 * whole batch, so that a vector would depend on its company (cosine .9999 measured), and nothing is gained (see docs/benchmarks.md). On the processor
 * few, because the text reader waits for the same thread.
 */
export function batchLimit({ provider, dtype }: Candidate): number {
  if (dtype === 'int8') return 1
  return provider === 'cpu' ? 4 : 16
}

const shaping = ['encoder.ts', 'preprocessing.ts', 'square.ts', 'tokenizer.ts'].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
)

const split = (vectors: Float32Array): Float32Array[] =>
  Array.from({ length: vectors.length / DIMENSIONS }, (_, row) =>
    vectors.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS),
  )

/** Squares one after the other, in memory of their own that can be handed to the engine thread. */
function joined(squares: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(squares.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const square of squares) {
    all.set(square, at)
    at += square.length
  }
  return all
}

/**
 * Loads both encoders into the engine thread, each on the first provider that takes it.
 * @throws Error that names the file when one is damaged or missing
 */
export async function openEncoders({
  directory,
  threads,
  settings,
  imageIdleMs,
  ...ways
}: EncodersInput): Promise<Encoders> {
  const engine = startEngine()
  try {
    const preprocessor = join(directory, PREPROCESSOR)
    const { side } = readPreprocessing(await readFile(preprocessor, 'utf8'), preprocessor)
    const open = (tower: 'vision' | 'text') =>
      engine.run('openClipTower', {
        directory,
        tower,
        candidates: ways[tower],
        threads,
        // Words are searched for all the time, and nobody waits for half a second there.
        ...(tower === 'vision' && imageIdleMs !== undefined ? { idleMs: imageIdleMs } : {}),
      })
    const vision = await open('vision')
    const text = await open('text')
    const weights = [modelFile('vision', vision.dtype), modelFile('text', text.dtype)]
    const files = [...weights, TOKENIZER, PREPROCESSOR].map((name) => join(directory, name))
    const version = await versionOf([...files, ...shaping], settings)
    const embedSquare = createBatcher(async (squares: readonly Uint8Array[]) => {
      const all = joined(squares)
      return split(await engine.run('embedSquares', { handle: vision.handle, squares: all }, [all.buffer]))
    }, batchLimit(vision))
    const embedWords = createBatcher(
      async (texts: readonly string[]) => split(await engine.run('embedTexts', { handle: text.handle, texts })),
      batchLimit(text),
    )
    return {
      version,
      vision,
      text,
      side,
      embedSquare,
      embedWords,
      async close() {
        try {
          await engine.run('closeClipTower', vision.handle)
          await engine.run('closeClipTower', text.handle)
        } finally {
          await engine.close()
        }
      },
    }
  } catch (error) {
    await engine.close()
    throw error
  }
}
