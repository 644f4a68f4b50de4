import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { crc32 } from 'node:zlib'

/** Part of every key: raise it when what is in an entry changes its shape. */
const FORMAT = 1
const HEAD_BYTES = 8

/** Everything that a value depends on, versions of models and algorithms included: another list is another entry. */
export type CacheId = readonly (string | number)[]

/** The name of an entry: 43 characters. */
export const keyOf = (id: CacheId): string =>
  createHash('sha256')
    .update(JSON.stringify([FORMAT, ...id]))
    .digest('base64url')

/** A value, and the milliseconds that making it took. */
export interface Made<T> {
  readonly value: T
  readonly madeMs: number
}

/** A value as bytes: checksum, milliseconds, then the value as V8 writes it, which keeps arrays of numbers as they are. */
export function pack<T>({ value, madeMs }: Made<T>): Uint8Array {
  const bytes = Buffer.concat([Buffer.alloc(HEAD_BYTES), serialize(value)])
  bytes.writeFloatLE(madeMs, 4)
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0)
  return bytes
}

/** @returns undefined when these are not the bytes that were written */
export function unpack<T>(stored: Uint8Array): Made<T> | undefined {
  const bytes = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength)
  if (bytes.length <= HEAD_BYTES || bytes.readUInt32LE(0) !== crc32(bytes.subarray(4))) return undefined
  try {
    return { madeMs: bytes.readFloatLE(4), value: deserialize(bytes.subarray(HEAD_BYTES)) as T }
  } catch {
    // Written by a newer Node.
    return undefined
  }
}
