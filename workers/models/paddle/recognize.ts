import { type InferenceSession, Tensor } from 'onnxruntime-node'
import type { Bitmap } from '#core/bitmap'
import { discard } from '#workers/discard'
import { type Alphabet, decode, type Reading } from '#workers/models/paddle/ctc'
import { parameters } from '#workers/models/paddle/parameters'
import { type Normalization, sampleRect } from '#workers/models/paddle/sample'
import { grown, type TurnedRect } from '#workers/models/paddle/turnedRect'
import { givingBack } from '#workers/models/session'

const normalization: Normalization = { channels: [2, 1, 0], scale: [2 / 255, 2 / 255, 2 / 255], shift: [-1, -1, -1] }

/** Longest line in pixels of the model: its time and memory grow with it. */
const mostWidth = 2000

/** The model takes a step for so many pixels along the line. */
const stepPx = 8

/** A line as it goes through the model. */
interface Cut {
  readonly rect: TurnedRect
  /** In pixels of the model. */
  readonly width: number
}

function cutOf(rect: TurnedRect): Cut {
  const { lineHeight, lineMargin, endMargin, stretch } = parameters
  const cut = grown(rect, rect.height * endMargin, rect.height * lineMargin)
  const wanted = Math.ceil((cut.width * lineHeight * stretch) / cut.height / stepPx) * stepPx
  return { rect: cut, width: Math.max(2 * stepPx, Math.min(mostWidth, wanted)) }
}

/**
 * Reads lines with PP-OCRv4's recogniser (SVTR-LCNet with CTC), those of like length together: operators on short maps cannot keep two cores busy.
 * @returns a reading for each rectangle, in their order
 */
export async function recognizeLines(
  session: InferenceSession,
  alphabet: Alphabet,
  bitmap: Bitmap,
  rects: readonly TurnedRect[],
): Promise<readonly Reading[]> {
  const cuts = rects.map(cutOf)
  const readings: Reading[] = []
  for (const batch of batchesOf(cuts)) {
    const found = await recognizeBatch(
      session,
      alphabet,
      bitmap,
      batch.map((index) => cuts[index]!),
    )
    for (const [k, index] of batch.entries()) readings[index] = found[k]!
  }
  return readings
}

/** Indexes of lines, the longest first, so put together that a short one is not much longer for it. */
function batchesOf(cuts: readonly Cut[]): readonly (readonly number[])[] {
  const { mostInBatch, leastOfBatch } = parameters
  const batches: number[][] = []
  const longestFirst = [...cuts.keys()].sort((a, b) => cuts[b]!.width - cuts[a]!.width)
  for (const index of longestFirst) {
    const batch = batches.at(-1)
    const fits = batch && batch.length < mostInBatch && cuts[index]!.width >= leastOfBatch * cuts[batch[0]!]!.width
    if (fits) batch.push(index)
    else batches.push([index])
  }
  return batches
}

/** What is right of a shorter line is grey, as when the model was taught, and is not read. */
async function recognizeBatch(
  session: InferenceSession,
  alphabet: Alphabet,
  bitmap: Bitmap,
  cuts: readonly Cut[],
): Promise<readonly Reading[]> {
  const { lineHeight } = parameters
  const width = Math.max(...cuts.map((cut) => cut.width))
  const size = 3 * lineHeight * width
  const input = new Float32Array(cuts.length * size)
  for (const [k, cut] of cuts.entries()) {
    sampleRect(bitmap, cut.rect, cut.width, lineHeight, normalization, input.subarray(k * size, (k + 1) * size), width)
  }
  const tensor = new Tensor('float32', input, [cuts.length, 3, lineHeight, width])
  const outputs = await session.run({ [session.inputNames[0]!]: tensor }, givingBack)
  const output = outputs[session.outputNames[0]!]!
  const [, steps, classes] = output.dims as [number, number, number]
  const data = output.data as Float32Array<ArrayBuffer>
  discard(input)
  const readings = cuts.map((cut, k) =>
    decode({ data, offset: k * steps * classes, steps: Math.min(steps, cut.width / stepPx), classes }, alphabet),
  )
  // Some MB a line: thousands of characters' probabilities at each step.
  discard(data)
  return readings
}
