import { biasOf, pointwise, scalarStep } from '#workers/models/paddle/convolution'
import { type Graph, type Node, numbersOf } from '#workers/models/paddle/graph'

/** A hard swish as Paddle's models are exported, with the scale and offset behind it. */
interface HardSwish {
  readonly nodes: readonly Node[]
  readonly value: string
  readonly channels: number
  readonly scale: number
  readonly offset: number
  readonly output: string
}

/** u · clip(u + 3, 0, 6) / 6 · scale + offset, where `add` is its first addition. */
function hardSwishAt(graph: Graph, add: Node): HardSwish | undefined {
  const step = scalarStep(graph, add)
  const nodes = graph.chain(add, ['Clip', 'Mul', 'Div', 'Mul', 'Add'])
  if (step?.by !== 3 || nodes === undefined) return undefined
  const [, , mul, div, scaled, moved] = nodes as [Node, Node, Node, Node, Node, Node]
  const { value } = step
  const [scale, offset] = [scalarStep(graph, scaled)?.by, scalarStep(graph, moved)?.by]
  const channels = graph.floats(graph.producer(value)?.input?.[1])?.dims[0]
  const isOne = graph.scalar(div.input![1]) === 6 && mul.input!.includes(value)
  if (!isOne || scale === undefined || offset === undefined || channels === undefined) return undefined
  return { nodes, value, channels, scale, offset, output: moved.output![0]! }
}

/**
 * Makes two steps of eight: the gate, a convolution of 1 × 1 per channel that is cut off, and a product. The offset goes into the next convolution's weights;
 * where that one pads (with zeros, not with the offset), it is a convolution of 1 × 1 itself.
 */
export function shortenHardSwishes(graph: Graph): void {
  for (const add of graph.nodes.filter(({ opType }) => opType === 'Add')) {
    const found = hardSwishAt(graph, add)
    if (found === undefined) continue
    const { nodes, value, channels, scale, offset, output } = found
    const slope = perChannel(graph, value, channels, scale / 6, scale / 2)
    const gate = clipped(graph, slope.output![0]!, Math.min(0, scale), Math.max(0, scale))
    const product = graph.node('Mul', [value, gate.output![0]!])
    const offsetGoesOn = graph.consumers(output).every((node) => takesOffset(graph, node))
    if (offsetGoesOn) {
      graph.replace(nodes, [slope, gate, { ...product, output: [output] }])
      for (const conv of graph.consumers(output)) graph.replace([conv], [withOffset(graph, conv, offset)])
    } else {
      const moved = perChannel(graph, product.output![0]!, channels, 1, offset)
      graph.replace(nodes, [slope, gate, product, { ...moved, output: [output] }])
    }
  }
}

/** value · scale + offset as a convolution, which keeps the order that convolutions work in. */
function perChannel(graph: Graph, value: string, channels: number, scale: number, offset: number): Node {
  const weights = graph.constant([channels, 1, 1, 1], new Float32Array(channels).fill(scale))
  const bias = graph.constant([channels], new Float32Array(channels).fill(offset))
  return graph.node('Conv', [value, weights, bias], { ...pointwise, group: channels })
}

function clipped(graph: Graph, value: string, least: number, most: number): Node {
  if (graph.version < 11) return graph.node('Clip', [value], { min: least, max: most })
  const limit = (number: number) => graph.constant([], Float32Array.of(number))
  return graph.node('Clip', [value, limit(least), limit(most)])
}

/** Whether a constant added to all of its input only changes its bias. */
const takesOffset = (graph: Graph, node: Node): boolean =>
  node.opType === 'Conv' &&
  graph.floats(node.input![1]) !== undefined &&
  numbersOf(node, 'pads').every((pad) => pad === 0)

function withOffset(graph: Graph, conv: Node, offset: number): Node {
  const weights = graph.floats(conv.input![1])!
  const [outputs] = weights.dims
  const perOutput = weights.data.length / outputs!
  const bias = biasOf(graph, conv, outputs!).map((value, k) => {
    let sum = 0
    for (const weight of weights.data.subarray(k * perOutput, (k + 1) * perOutput)) sum += weight
    return value + sum * offset
  })
  return { ...conv, input: [conv.input![0]!, conv.input![1]!, graph.constant([outputs!], bias)] }
}
