import type { onnx as Onnx } from 'onnx-proto'
import onnxProto from 'onnx-proto'
import { toHalf } from '#core/half'

const { onnx } = onnxProto
const { DataType } = onnx.TensorProto

/** How a graph's weights are stored. int8: weights in 8 bits, activations quantised as they come, as in the hub's exports. */
export type Precision = 'fp32' | 'fp16' | 'int8'

type Attribute = number | readonly number[]
type Dimension = number | string

/** A tensor in the graph, by name. */
export type Value = string

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView) =>
  new Uint8Array(buffer as ArrayBuffer, byteOffset, byteLength)

const sizeOf = (dims: readonly number[]) => dims.reduce((product, dim) => product * dim, 1)

/** Seeded numbers between -0.5 and 0.5 (Numerical Recipes' linear congruential generator). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32 - 0.5
  }
}

const floatAttribute = (name: string) => name === 'epsilon'

function attributeOf([name, value]: [string, Attribute]): Onnx.IAttributeProto {
  const { AttributeType } = onnx.AttributeProto
  if (typeof value !== 'number') return { name, type: AttributeType.INTS, ints: [...value] }
  return floatAttribute(name)
    ? { name, type: AttributeType.FLOAT, f: value }
    : { name, type: AttributeType.INT, i: value }
}

/** Writes an ONNX graph node by node, with seeded random weights: for tests and speed, never for quality. */
export class OnnxGraph {
  readonly #graph = { name: 'test', node: [], initializer: [], input: [], output: [] } as {
    name: string
    node: Onnx.INodeProto[]
    initializer: Onnx.ITensorProto[]
    input: Onnx.IValueInfoProto[]
    output: Onnx.IValueInfoProto[]
  }
  readonly #precision: Precision
  readonly #random: () => number
  #count = 0

  constructor(precision: Precision, seed: number) {
    this.#precision = precision
    this.#random = randomNumbers(seed)
  }

  #name(kind: string): Value {
    this.#count += 1
    return `${kind}_${this.#count}`
  }

  #constant(dims: readonly number[], dataType: number, data: ArrayBufferView): Value {
    const name = this.#name('constant')
    this.#graph.initializer.push({ name, dims: [...dims], dataType, rawData: bytesOf(data) })
    return name
  }

  /** A constant in the graph's working precision. */
  constant(dims: readonly number[], valueAt: (index: number) => number): Value {
    const values = new Float32Array(sizeOf(dims))
    for (let i = 0; i < values.length; i++) values[i] = valueAt(i)
    return this.#precision === 'fp16'
      ? this.#constant(dims, DataType.FLOAT16, toHalf(values))
      : this.#constant(dims, DataType.FLOAT, values)
  }

  /** Random weights between ±scale / 2. */
  weights(dims: readonly number[], scale: number): Value {
    return this.constant(dims, () => this.#random() * scale)
  }

  integers(values: readonly number[], dims: readonly number[] = [values.length]): Value {
    return this.#constant(dims, DataType.INT64, BigInt64Array.from(values.map(BigInt)))
  }

  input(name: string, type: 'float' | 'int64', dims: readonly Dimension[]): Value {
    this.#graph.input.push(info(name, type, dims))
    return type === 'float' ? this.toWorking(name) : name
  }

  /** Adds one operator with several results. */
  operators(
    opType: string,
    inputs: readonly Value[],
    results: number,
    attributes: Readonly<Record<string, Attribute>> = {},
  ) {
    const output = Array.from({ length: results }, () => this.#name(opType))
    const attribute = Object.entries(attributes).map(attributeOf)
    this.#graph.node.push({ opType, name: this.#name('node'), input: [...inputs], output, attribute })
    return output
  }

  /** Adds one operator. @returns its result */
  operator(opType: string, inputs: readonly Value[], attributes: Readonly<Record<string, Attribute>> = {}): Value {
    return this.operators(opType, inputs, 1, attributes)[0]!
  }

  /** Casts to the precision that the graph computes in. */
  toWorking(value: Value): Value {
    return this.operator('Cast', [value], { to: this.#precision === 'fp16' ? DataType.FLOAT16 : DataType.FLOAT })
  }

  /** Product with a matrix of random weights, quantised when the graph is. */
  project(value: Value, from: number, to: number): Value {
    const scale = (2 * 1.7) / Math.sqrt(from)
    if (this.#precision !== 'int8') return this.operator('MatMul', [value, this.weights([from, to], scale)])
    const [activations, step, zero] = this.operators('DynamicQuantizeLinear', [value], 3)
    const matrix = this.#randomBytes([from, to])
    const none = this.#constant([], DataType.INT8, new Int8Array(1))
    const product = this.operator('MatMulInteger', [activations!, matrix, zero!, none])
    const scaled = this.operator('Mul', [step!, this.constant([], () => scale / 254)])
    return this.operator('Mul', [this.toWorking(product), scaled])
  }

  /** Rows of a table of random weights, one for each number in `indices`. */
  lookUp(indices: Value, rows: number, width: number): Value {
    if (this.#precision !== 'int8')
      return this.operator('Gather', [this.weights([rows, width], 1), indices], { axis: 0 })
    const found = this.operator('Gather', [this.#randomBytes([rows, width]), indices], { axis: 0 })
    return this.operator('Mul', [this.toWorking(found), this.constant([], () => 1 / 254)])
  }

  #randomBytes(dims: readonly number[]): Value {
    const bytes = new Int8Array(sizeOf(dims))
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.round(this.#random() * 254)
    return this.#constant(dims, DataType.INT8, bytes)
  }

  /** Declares a result, in 32-bit numbers whatever the graph computes in, as the hub's exports do. */
  output(value: Value, name: string, dims: readonly Dimension[]): void {
    this.#graph.node.push({
      opType: 'Cast',
      name: this.#name('node'),
      input: [value],
      output: [name],
      attribute: [attributeOf(['to', DataType.FLOAT])],
    })
    this.#graph.output.push(info(name, 'float', dims))
  }

  /** The file's bytes. */
  encode(): Uint8Array {
    const model = { irVersion: 8, producerName: 'memezap-tests', opsetImport: [{ domain: '', version: 17 }] }
    return onnx.ModelProto.encode(onnx.ModelProto.fromObject({ ...model, graph: this.#graph })).finish()
  }
}

function info(name: string, type: 'float' | 'int64', dims: readonly Dimension[]): Onnx.IValueInfoProto {
  const dim = dims.map((value) => (typeof value === 'string' ? { dimParam: value } : { dimValue: value }))
  const elemType = type === 'float' ? DataType.FLOAT : DataType.INT64
  return { name, type: { tensorType: { elemType, shape: { dim } } } }
}
