import { biasOf, scalarStep } from '#workers/models/paddle/convolution'
import type { FloatTensor, Graph, Node } from '#workers/models/paddle/graph'

/** Puts scales and offsets of one number right behind a convolution into its weights. */
export function foldScales(graph: Graph): void {
  for (const conv of graph.nodes.filter(({ opType }) => opType === 'Conv')) {
    const weights = graph.floats(conv.input![1])
    if (weights !== undefined) foldInto(graph, conv, weights)
  }
}

function foldInto(graph: Graph, conv: Node, weights: FloatTensor): void {
  const bias = biasOf(graph, conv, weights.dims[0]!)
  const folded: Node[] = []
  let scale = 1
  for (let output = conv.output![0]!; ; output = folded.at(-1)!.output![0]!) {
    const next = graph.onlyConsumer(output, 'Mul') ?? graph.onlyConsumer(output, 'Add')
    const step = next && scalarStep(graph, next)
    if (next === undefined || step === undefined) break
    const isScale = next.opType === 'Mul'
    if (isScale) scale *= step.by
    for (let k = 0; k < bias.length; k++) bias[k] = isScale ? bias[k]! * step.by : bias[k]! + step.by
    folded.push(next)
  }
  const last = folded.at(-1)
  if (last === undefined) return
  const scaled = graph.constant(
    weights.dims,
    weights.data.map((value) => value * scale),
  )
  const input = [conv.input![0]!, scaled, graph.constant([bias.length], bias)]
  graph.replace([conv, ...folded], [{ ...conv, input, output: last.output }])
}
