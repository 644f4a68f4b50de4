import { OnnxGraph, type Precision, type Value } from './onnxGraph'

/** The size of one of CLIP's two transformers. */
export interface TowerShape {
  readonly width: number
  readonly layers: number
  readonly heads: number
}

interface GraphChoice {
  readonly precision: Precision
  readonly seed: number
  /** Length of the vectors; 512 unless told. */
  readonly embedding?: number
}

export interface VisionGraph extends TowerShape, GraphChoice {
  /** Side of one patch of the 224×224 picture. */
  readonly patch: number
}

export interface TextGraph extends TowerShape, GraphChoice {
  readonly vocabulary: number
  /** Declare `attention_mask`, as some exports do. */
  readonly attentionMask?: boolean
}

const SIDE = 224
const CONTEXT = 77

function normalised(graph: OnnxGraph, value: Value, width: number): Value {
  const gain = graph.constant([width], () => 1)
  const bias = graph.constant([width], () => 0)
  return graph.operator('LayerNormalization', [value, gain, bias], { axis: -1, epsilon: 1e-5 })
}

const linear = (graph: OnnxGraph, value: Value, from: number, to: number): Value =>
  graph.operator('Add', [graph.project(value, from, to), graph.weights([to], 0.02)])

/** Self-attention over the sequence; `mask` is added to the scores. */
function attention(graph: OnnxGraph, value: Value, { width, heads }: TowerShape, mask: Value | undefined): Value {
  const size = width / heads
  const split = graph.integers([0, 0, heads, size])
  const head = (perm: readonly number[]) =>
    graph.operator('Transpose', [graph.operator('Reshape', [linear(graph, value, width, width), split])], { perm })
  const query = graph.operator('Mul', [head([0, 2, 1, 3]), graph.constant([], () => 1 / Math.sqrt(size))])
  const scores = graph.operator('MatMul', [query, head([0, 2, 3, 1])])
  const weights = graph.operator('Softmax', [mask ? graph.operator('Add', [scores, mask]) : scores], { axis: -1 })
  const mixed = graph.operator('MatMul', [weights, head([0, 2, 1, 3])])
  const joined = graph.operator('Transpose', [mixed], { perm: [0, 2, 1, 3] })
  return linear(graph, graph.operator('Reshape', [joined, graph.integers([0, 0, width])]), width, width)
}

/** CLIP's two-layer network with its quick GELU: x · sigmoid(1.702 x). */
function feedForward(graph: OnnxGraph, value: Value, width: number): Value {
  const inner = linear(graph, value, width, 4 * width)
  const gate = graph.operator('Sigmoid', [graph.operator('Mul', [inner, graph.constant([], () => 1.702)])])
  return linear(graph, graph.operator('Mul', [inner, gate]), 4 * width, width)
}

function transformer(graph: OnnxGraph, input: Value, shape: TowerShape, mask?: Value): Value {
  let value = input
  for (let layer = 0; layer < shape.layers; layer++) {
    const attended = attention(graph, normalised(graph, value, shape.width), shape, mask)
    value = graph.operator('Add', [value, attended])
    value = graph.operator('Add', [value, feedForward(graph, normalised(graph, value, shape.width), shape.width)])
  }
  return value
}

/** A graph with the inputs, outputs, operators and cost of CLIP's image encoder: `pixel_values` → `image_embeds`. */
export function visionGraph(shape: VisionGraph): Uint8Array {
  const { width, patch, embedding = 512 } = shape
  const graph = new OnnxGraph(shape.precision, shape.seed)
  const across = SIDE / patch
  const pixels = graph.input('pixel_values', 'float', ['batch_size', 3, SIDE, SIDE])
  const patches = graph.operator('Conv', [pixels, graph.weights([width, 3, patch, patch], 0.05)], {
    strides: [patch, patch],
  })
  const row = graph.operator('Reshape', [patches, graph.integers([0, width, across * across])])
  const sequence = graph.operator('Transpose', [row], { perm: [0, 2, 1] })
  // The class token, once per picture: a slice of the sequence tells how many there are.
  const one = graph.operator('Slice', [sequence, graph.integers([0]), graph.integers([1]), graph.integers([1])])
  const zeros = graph.operator('Mul', [one, graph.constant([], () => 0)])
  const classToken = graph.operator('Add', [zeros, graph.weights([1, 1, width], 1)])
  const joined = graph.operator('Concat', [classToken, sequence], { axis: 1 })
  const placed = graph.operator('Add', [joined, graph.weights([1, across * across + 1, width], 0.1)])
  const out = transformer(graph, normalised(graph, placed, width), shape)
  const pooled = graph.operator('Gather', [out, graph.integers([0], [])], { axis: 1 })
  const projected = graph.project(normalised(graph, pooled, width), width, embedding)
  graph.output(projected, 'image_embeds', ['batch_size', embedding])
  return graph.encode()
}

/** What words may look at: those before them and, where the graph has `attention_mask`, none of the padding. */
function textMask(graph: OnnxGraph, length: Value, attentionMask: boolean): Value {
  const causal = graph.constant([CONTEXT, CONTEXT], (i) => (i % CONTEXT > Math.floor(i / CONTEXT) ? -1e4 : 0))
  const both = graph.operator('Concat', [length, length], { axis: 0 })
  const cut = graph.operator('Slice', [causal, graph.integers([0, 0]), both, graph.integers([0, 1])])
  if (!attentionMask) return cut
  const given = graph.toWorking(graph.input('attention_mask', 'int64', ['batch_size', 'sequence_length']))
  const padding = graph.operator('Mul', [
    graph.operator('Sub', [given, graph.constant([], () => 1)]),
    graph.constant([], () => 1e4),
  ])
  return graph.operator('Add', [cut, graph.operator('Unsqueeze', [padding, graph.integers([1, 2])])])
}

/** A graph with the inputs, outputs, operators and cost of CLIP's text encoder: `input_ids` → `text_embeds`. */
export function textGraph(shape: TextGraph): Uint8Array {
  const { width, vocabulary, embedding = 512, attentionMask = false } = shape
  const graph = new OnnxGraph(shape.precision, shape.seed)
  const ids = graph.input('input_ids', 'int64', ['batch_size', 'sequence_length'])
  const length = graph.operator('Slice', [
    graph.operator('Shape', [ids]),
    graph.integers([1]),
    graph.integers([2]),
    graph.integers([0]),
  ])
  const words = graph.lookUp(ids, vocabulary, width)
  const places = graph.weights([1, CONTEXT, width], 0.2)
  const used = graph.operator('Slice', [places, graph.integers([0]), length, graph.integers([1])])
  const sequence = graph.operator('Add', [words, used])
  const out = transformer(graph, sequence, shape, textMask(graph, length, attentionMask))
  // The end token has the highest number; of equals the first counts, so that padding with it does not matter.
  const end = graph.operator('ArgMax', [ids], { axis: 1, keepdims: 1 })
  const pooled = graph.operator('GatherND', [normalised(graph, out, width), end], { batch_dims: 1 })
  graph.output(graph.project(pooled, width, embedding), 'text_embeds', ['batch_size', embedding])
  return graph.encode()
}
