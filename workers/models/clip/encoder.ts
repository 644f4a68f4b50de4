import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { fromHalf, toHalf } from '#core/half'

/** Length of CLIP's vectors, and of the database's columns for them. */
export const DIMENSIONS = 512

/** Runs a session whose one result is a vector per row. @returns vectors of length 1, one after the other */
export async function unitVectors(
  session: InferenceSession,
  inputs: Readonly<Record<string, Tensor>>,
  rows: number,
): Promise<Float32Array> {
  const name = session.outputNames.find((output) => output.endsWith('_embeds')) ?? session.outputNames[0]!
  const result = (await session.run(inputs, [name]))[name]!
  const vectors = result.type === 'float16' ? fromHalf(result.data as Uint16Array) : (result.data as Float32Array)
  if (vectors.length !== rows * DIMENSIONS)
    throw new Error(`gives vectors of ${vectors.length / rows} numbers where ${DIMENSIONS} are needed`)
  for (let row = 0; row < rows; row++) normalise(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS))
  return vectors
}

function normalise(vector: Float32Array): void {
  let sum = 0
  for (const value of vector) sum += value * value
  const length = Math.sqrt(sum)
  if (!Number.isFinite(length) || length === 0) throw new Error('gives no numbers')
  for (let i = 0; i < vector.length; i++) vector[i] = vector[i]! / length
}

/** A tensor of numbers in the type that an input of the graph has: exports in half precision differ in theirs. */
export function floatTensor(session: InferenceSession, input: string, data: Float32Array, dims: readonly number[]) {
  const metadata = session.inputMetadata.find(({ name }) => name === input)
  return metadata?.isTensor && metadata.type === 'float16'
    ? new Tensor('float16', toHalf(data), dims)
    : new Tensor('float32', data, dims)
}

/** Rows of token numbers, filled up to the longest, for a graph with or without `attention_mask`. */
export function tokenTensors(
  session: InferenceSession,
  rows: readonly (readonly number[])[],
  pad: number,
): Readonly<Record<string, Tensor>> {
  const ids = session.inputMetadata.find(({ name }) => name === 'input_ids')
  const fixed = ids?.isTensor ? ids.shape[1] : undefined
  const length = typeof fixed === 'number' && fixed > 0 ? fixed : Math.max(...rows.map((row) => row.length))
  const dims = [rows.length, length]
  const padded = (values: (row: readonly number[]) => readonly number[], filling: number) =>
    new Tensor(
      'int64',
      BigInt64Array.from(
        rows.flatMap((row) => [...values(row), ...Array<number>(length - row.length).fill(filling)]),
        BigInt,
      ),
      dims,
    )
  const input_ids = padded((row) => row, pad)
  if (!session.inputNames.includes('attention_mask')) return { input_ids }
  return { input_ids, attention_mask: padded((row) => row.map(() => 1), 0) }
}
