import { type InferenceSession, Tensor } from 'onnxruntime-node'
import type { Bitmap } from '#core/bitmap'
import { type Alphabet, decode, type Reading } from '#workers/models/paddle/ctc'
import { parameters } from '#workers/models/paddle/parameters'
import { type Normalization, sampleRect } from '#workers/models/paddle/sample'
import { grown, type TurnedRect } from '#workers/models/paddle/turnedRect'

const normalization: Normalization = { channels: [2, 1, 0], scale: [2 / 255, 2 / 255, 2 / 255], shift: [-1, -1, -1] }

/** Longest line in pixels of the model: its time and memory grow with it. */
const mostWidth = 2000

/** Reads one line with PP-OCRv4's recogniser (SVTR-LCNet with CTC). */
export async function recognizeLine(
  session: InferenceSession,
  alphabet: Alphabet,
  bitmap: Bitmap,
  rect: TurnedRect,
): Promise<Reading> {
  const { lineHeight, lineMargin, endMargin, stretch } = parameters
  const cut = grown(rect, rect.height * endMargin, rect.height * lineMargin)
  const width = Math.max(16, Math.min(mostWidth, Math.ceil((cut.width * lineHeight * stretch) / cut.height / 8) * 8))
  const input = new Float32Array(3 * lineHeight * width)
  sampleRect(bitmap, cut, width, lineHeight, normalization, input)
  const tensor = new Tensor('float32', input, [1, 3, lineHeight, width])
  const outputs = await session.run({ [session.inputNames[0]!]: tensor })
  const output = outputs[session.outputNames[0]!]!
  const [, steps, classes] = output.dims
  return decode({ data: output.data as Float32Array, offset: 0, steps: steps!, classes: classes! }, alphabet)
}
