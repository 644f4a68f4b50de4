import { flattenHead } from '#workers/models/paddle/flatHead'
import { foldScales } from '#workers/models/paddle/foldScales'
import { Graph } from '#workers/models/paddle/graph'
import { shortenHardSwishes } from '#workers/models/paddle/hardSwish'

/**
 * Rewrites one of PP-OCRv4's models so that it computes the same in less than half of the time. As they are exported, convolutions take a third of it;
 * the rest are passes over whole feature maps for scales, offsets and hard swishes written out in eight steps, and copies from and to the order
 * that convolutions work in, because ONNX Runtime leaves that order for each of those steps.
 * - Scales and offsets behind a convolution go into its weights.
 * - A hard swish becomes a convolution of 1 × 1 per channel that is cut off (the gate, its scale with it), and a product: both stay in that order.
 * - The offset behind it goes into the next convolution's weights; where that one pads, it is a convolution of 1 × 1 itself.
 * - x + x·gate becomes x·(1 + gate).
 * - The detector's two transposed convolutions do not overlap: they become convolutions of 1 × 1, put in order at the very end.
 */
export function leanGraph(bytes: Uint8Array): Uint8Array {
  const graph = new Graph(bytes)
  foldScales(graph)
  shortenHardSwishes(graph)
  joinGates(graph)
  flattenHead(graph)
  return graph.bytes()
}

/** x + x·gate, where the gate is one number per channel. */
function joinGates(graph: Graph): void {
  for (const mul of graph.nodes.filter(({ opType }) => opType === 'Mul')) {
    const add = graph.onlyConsumer(mul.output![0]!, 'Add')
    const gate = mul.input!.find((value) => graph.producer(value)?.opType === 'HardSigmoid')
    const value = mul.input!.find((other) => other !== gate)
    if (add === undefined || gate === undefined || !add.input!.includes(value!)) continue
    const more = graph.node('Add', [gate, graph.constant([], Float32Array.of(1))])
    graph.replace([mul, add], [more, graph.node('Mul', [value!, more.output![0]!], {}, add.output![0]!)])
  }
}
