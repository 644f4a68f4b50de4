import { type InferenceSession, Tensor } from 'onnxruntime-node'
import type { Bitmap } from '#core/bitmap'
import { discard } from '#workers/discard'
import { type Core, findCores } from '#workers/models/paddle/cores'
import { parameters } from '#workers/models/paddle/parameters'
import { type Normalization, sampleRect } from '#workers/models/paddle/sample'
import { givingBack } from '#workers/models/session'

/** ImageNet's means and deviations, applied to BGR as PaddleOCR does. */
const normalization: Normalization = {
  channels: [2, 1, 0],
  scale: [1 / (255 * 0.229), 1 / (255 * 0.224), 1 / (255 * 0.225)],
  shift: [-0.485 / 0.229, -0.456 / 0.224, -0.406 / 0.225],
}

/** The detector halves its input five times. */
const detectorStep = 32
const toStep = (length: number) => Math.max(detectorStep, Math.round(length / detectorStep) * detectorStep)

/**
 * Finds the cores of text lines (DBNet: Liao et al. 2019, "Real-time Scene Text Detection with Differentiable
 * Binarization"), in pixels of the bitmap.
 */
export async function detectCores(session: InferenceSession, bitmap: Bitmap, sidePx: number): Promise<readonly Core[]> {
  const longest = Math.max(bitmap.width, bitmap.height)
  const margin = longest * parameters.detectionMargin
  const rect = {
    cx: bitmap.width / 2,
    cy: bitmap.height / 2,
    width: bitmap.width + 2 * margin,
    height: bitmap.height + 2 * margin,
    angle: 0,
  }
  const scale = sidePx / longest
  const width = toStep(rect.width * scale)
  const height = toStep(rect.height * scale)
  const input = new Float32Array(3 * width * height)
  sampleRect(bitmap, rect, width, height, normalization, input)
  const tensor = new Tensor('float32', input, [1, 3, height, width])
  const outputs = await session.run({ [session.inputNames[0]!]: tensor }, givingBack)
  const probabilities = outputs[session.outputNames[0]!]!.data as Float32Array<ArrayBuffer>
  discard(input)
  const cores = findCores(probabilities, width, height, rect)
  discard(probabilities)
  return cores
}
