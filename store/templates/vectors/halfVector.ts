import { fromHalf } from '#core/half'

/** Bytes before a vector's numbers: its dimensions and two bytes unused, as pgvector's `halfvec_send` writes them. */
const headLength = 4

/** The number of each pattern of 16 bits: looking it up is several times faster than computing it. */
const numbers = fromHalf(Uint16Array.from({ length: 2 ** 16 }, (_, bits) => bits))

/**
 * Vectors of `length` numbers, from what `string_agg(halfvec_send(vector), '')` gives. As text a gallery of thousands would take seconds.
 * @param bytes rows one after the other
 */
export function halfVectors(bytes: Uint8Array, length: number): Float32Array[] {
  const rowLength = headLength + 2 * length
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.byteLength / rowLength }, (_, row) => {
    const vector = new Float32Array(length)
    for (let i = 0, at = row * rowLength + headLength; i < length; i++, at += 2)
      vector[i] = numbers[view.getUint16(at)]!
    return vector
  })
}
