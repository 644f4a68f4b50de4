import type { onnx as Onnx } from 'onnx-proto'
import onnxProto from 'onnx-proto'

const { ModelProto, TensorProto, AttributeProto } = onnxProto.onnx

export type Node = Onnx.INodeProto

/** A constant of a graph: floats, row by row. */
export interface FloatTensor {
  readonly dims: readonly number[]
  readonly data: Float32Array
}

/** An ONNX model that is being rewritten: its nodes in the order of their work, its constants by name. */
export class Graph {
  readonly #model: Onnx.IModelProto
  readonly #constants = new Map<string, Onnx.ITensorProto>()
  #nodes: readonly Node[]
  #added = 0

  /** @param bytes an ONNX file @throws Error when they are none */
  constructor(bytes: Uint8Array) {
    this.#model = ModelProto.decode(bytes)
    const graph = this.#model.graph!
    for (const tensor of graph.initializer ?? []) this.#constants.set(tensor.name!, tensor)
    const isConstant = ({ opType }: Node) => opType === 'Constant'
    for (const node of graph.node!.filter(isConstant)) this.#constants.set(node.output![0]!, node.attribute![0]!.t!)
    this.#nodes = graph.node!.filter((node) => !isConstant(node))
  }

  get nodes(): readonly Node[] {
    return this.#nodes
  }

  /** Of ONNX's own operators: what their inputs and attributes are depends on it. */
  get version(): number {
    return Number(this.#model.opsetImport!.find(({ domain }) => !domain)!.version)
  }

  /** Undefined when `name` is no constant of floats. */
  floats(name: string | undefined): FloatTensor | undefined {
    const tensor = name === undefined ? undefined : this.#constants.get(name)
    if (tensor?.dataType !== TensorProto.DataType.FLOAT) return undefined
    const dims = (tensor.dims ?? []).map(Number)
    const { rawData } = tensor
    // A copy: the bytes need not stand where floats may.
    const data = rawData?.length
      ? new Float32Array(Uint8Array.from(rawData).buffer)
      : Float32Array.from(tensor.floatData!)
    return { dims, data }
  }

  /** The value of a constant of one float; undefined when it is none. */
  scalar(name: string | undefined): number | undefined {
    const tensor = this.floats(name)
    return tensor?.data.length === 1 ? tensor.data[0] : undefined
  }

  /** Adds a constant. @returns its name */
  constant(dims: readonly number[], data: Float32Array): string {
    const name = this.#newName()
    const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    this.#constants.set(name, { name, dims: [...dims], dataType: TensorProto.DataType.FLOAT, rawData })
    return name
  }

  /** The node that computes a value; undefined for constants and the input. */
  producer(value: string | undefined): Node | undefined {
    return this.#nodes.find(({ output }) => output!.includes(value!))
  }

  /** The nodes that read a value. */
  consumers(value: string): readonly Node[] {
    return this.#nodes.filter(({ input }) => input!.includes(value))
  }

  /** The only node that reads a value, if it is of this kind. */
  onlyConsumer(value: string, opType: string): Node | undefined {
    const [one, ...others] = this.consumers(value)
    return one?.opType === opType && others.length === 0 ? one : undefined
  }

  /** `first` and the nodes after it, each the only one that reads the one before, of these kinds; undefined when there is no such chain. */
  chain(first: Node, kinds: readonly string[]): readonly Node[] | undefined {
    const nodes = [first]
    for (const kind of kinds) {
      const next = this.onlyConsumer(nodes.at(-1)!.output![0]!, kind)
      if (next === undefined) return undefined
      nodes.push(next)
    }
    return nodes
  }

  /** A node that is in no graph yet. @param output the name of what it computes; a new one when it is left out */
  node(
    opType: string,
    input: readonly string[],
    attributes: Readonly<Record<string, number | readonly number[]>> = {},
    output = this.#newName(),
  ): Node {
    return {
      opType,
      name: output,
      input: [...input],
      output: [output],
      attribute: Object.entries(attributes).map(attributeOf),
    }
  }

  /** Puts nodes in the place of others: where the last of those stood, when all that they read is there. */
  replace(old: readonly Node[], by: readonly Node[]): void {
    const last = this.#nodes.findLast((node) => old.includes(node))
    this.#nodes = this.#nodes.flatMap((node) => {
      const kept = old.includes(node) ? [] : [node]
      return node === last ? [...kept, ...by] : kept
    })
  }

  /** The model as it is now, as an ONNX file. */
  bytes(): Uint8Array {
    const used = new Set(this.#nodes.flatMap(({ input }) => input!))
    const initializer = [...this.#constants].flatMap(([name, tensor]) => (used.has(name) ? [{ ...tensor, name }] : []))
    const graph = { ...this.#model.graph!, node: [...this.#nodes], initializer }
    return ModelProto.encode({ ...this.#model, graph }).finish()
  }

  #newName(): string {
    this.#added += 1
    return `lean_${this.#added}`
  }
}

/** Floats are told by their name: numbers in JavaScript are neither. */
const floatAttributes = new Set(['min', 'max', 'alpha', 'beta'])

function attributeOf([name, value]: [string, number | readonly number[]]): Onnx.IAttributeProto {
  const { AttributeType } = AttributeProto
  if (typeof value !== 'number') return { name, type: AttributeType.INTS, ints: [...value] }
  return floatAttributes.has(name)
    ? { name, type: AttributeType.FLOAT, f: value }
    : { name, type: AttributeType.INT, i: value }
}

/** An attribute's numbers; none when the node has no such attribute. */
export const numbersOf = ({ attribute }: Node, name: string): readonly number[] =>
  attribute?.find((one) => one.name === name)?.ints?.map(Number) ?? []
