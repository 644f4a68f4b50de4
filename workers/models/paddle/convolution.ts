import type { Graph, Node } from '#workers/models/paddle/graph'

/** Attributes of a convolution that looks at single pixels. */
export const pointwise = { kernel_shape: [1, 1], strides: [1, 1], dilations: [1, 1], pads: [0, 0, 0, 0] } as const

/** What a convolution adds to each of its `length` channels. */
export function biasOf(graph: Graph, { input }: Node, length: number): Float32Array {
  return graph.floats(input![2])?.data ?? new Float32Array(length)
}

/** A constant scale or offset of one number, and the value that it changes. */
export function scalarStep(graph: Graph, { input }: Node): { readonly value: string; readonly by: number } | undefined {
  const [a, b] = input!
  const [byA, byB] = [graph.scalar(a), graph.scalar(b)]
  if (byA !== undefined) return { value: b!, by: byA }
  return byB === undefined ? undefined : { value: a!, by: byB }
}
