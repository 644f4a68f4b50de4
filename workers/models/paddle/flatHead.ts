import { pointwise } from '#workers/models/paddle/convolution'
import type { FloatTensor, Graph, Node } from '#workers/models/paddle/graph'

/** Pixels that a transposed convolution of 2 × 2 by steps of 2 makes of one. */
const cells = 4

/**
 * The detector's end: a transposed convolution of 2 × 2 by steps of 2, batch normalisation, ReLU, and another to one channel. Neither's outputs
 * overlap, so each pixel becomes sixteen by itself: two convolutions of 1 × 1, and the sixteen put in order.
 */
export function flattenHead(graph: Graph): void {
  const start = graph.nodes.find(({ opType }) => opType === 'ConvTranspose')
  const head = start && graph.chain(start, ['Add', 'BatchNormalization', 'Relu', 'ConvTranspose', 'Add'])
  if (head === undefined) return
  const [first, moved, normalised, , second, last] = head as [Node, Node, Node, Node, Node, Node]
  const inner = innerWeights(graph, first, moved, normalised)
  const outer = outerWeights(graph.floats(second.input![1])!)
  const [offset] = constantInput(graph, last)
  const one = convolution(graph, first.input![0]!, inner)
  const middle = graph.node('Relu', [one.output![0]!])
  const two = convolution(graph, middle.output![0]!, {
    weights: outer,
    bias: new Float32Array(cells * cells).fill(offset!),
  })
  const ordered = graph.node('DepthToSpace', [two.output![0]!], { blocksize: cells }, last.output![0]!)
  graph.replace(head, [one, middle, two, ordered])
}

interface Convolution {
  readonly weights: FloatTensor
  readonly bias: Float32Array
}

const convolution = (graph: Graph, value: string, { weights, bias }: Convolution): Node =>
  graph.node('Conv', [value, graph.constant(weights.dims, weights.data), graph.constant([bias.length], bias)], {
    ...pointwise,
    group: 1,
  })

/** Output `cell · channels + channel`: that channel of one of the four pixels that a pixel becomes, normalised. */
function innerWeights(graph: Graph, first: Node, moved: Node, normalised: Node): Convolution {
  const transposed = graph.floats(first.input![1])!
  const [inputs, channels] = transposed.dims as [number, number]
  const [gamma, beta, mean, variance] = normalised.input!.slice(1).map((name) => graph.floats(name)!.data)
  const epsilon = normalised.attribute!.find(({ name }) => name === 'epsilon')!.f!
  const offsets = constantInput(graph, moved)
  const data = new Float32Array(cells * channels * inputs)
  const bias = new Float32Array(cells * channels)
  for (let k = 0; k < cells * channels; k++) {
    const channel = k % channels
    const cell = (k - channel) / channels
    const scale = gamma![channel]! / Math.sqrt(variance![channel]! + epsilon)
    bias[k] = (offsets[channel]! - mean![channel]!) * scale + beta![channel]!
    for (let input = 0; input < inputs; input++) {
      data[k * inputs + input] = transposed.data[(input * channels + channel) * cells + cell]! * scale
    }
  }
  return { weights: { dims: [cells * channels, inputs, 1, 1], data }, bias }
}

/** Output `row · 4 + column` of the sixteen, of the one of the four pixels that it lies in. */
function outerWeights(transposed: FloatTensor): FloatTensor {
  const [channels] = transposed.dims as [number]
  const inputs = cells * channels
  const data = new Float32Array(cells * cells * inputs)
  for (let k = 0; k < inputs; k++) {
    const channel = k % channels
    const cell = (k - channel) / channels
    for (let part = 0; part < cells; part++) {
      const row = (cell >> 1) * 2 + (part >> 1)
      const column = (cell & 1) * 2 + (part & 1)
      data[(row * 4 + column) * inputs + k] = transposed.data[channel * cells + part]!
    }
  }
  return { dims: [cells * cells, inputs, 1, 1], data }
}

const constantInput = (graph: Graph, { input }: Node): Float32Array =>
  input!.map((name) => graph.floats(name)).find((tensor) => tensor !== undefined)!.data
