import { createHash } from 'node:crypto'
import pgvector from 'pgvector'
import { database } from './database'

/** What a vector was made of, and by what. Vectors of two models or versions are never mixed. */
export interface EmbeddingId {
  readonly kind: 'image' | 'text'
  /** SHA-256 of what the encoder gets, in hexadecimal: `hashOf`. */
  readonly hash: string
  readonly model: string
  readonly version: string
}

/** The name of some content: the encoder's pixels, or words as `plainWords` leaves them. */
export const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex')

/** Words as CLIP sees them: it reads no capitals, and one space for many. */
export const plainWords = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** The vector that was made earlier of the same content, in half precision; undefined when there is none. */
export async function findEmbedding({ kind, hash, model, version }: EmbeddingId): Promise<Float32Array | undefined> {
  const [row] = await database().$queryRaw<{ vector: number[]; stale: boolean }[]>`
    select vector::real[] as vector, used_at < now() - interval '1 day' as stale from embedding
    where hash = decode(${hash}, 'hex') and kind = ${kind} and model = ${model} and version = ${version}`
  if (!row) return undefined
  if (row.stale)
    await database().$executeRaw`update embedding set used_at = now()
      where hash = decode(${hash}, 'hex') and kind = ${kind} and model = ${model} and version = ${version}`
  return Float32Array.from(row.vector)
}

/** Keeps a vector of 512 numbers. */
export async function saveEmbedding({ kind, hash, model, version }: EmbeddingId, vector: Float32Array): Promise<void> {
  await database().$executeRaw`insert into embedding (kind, hash, model, version, vector)
    values (${kind}, decode(${hash}, 'hex'), ${model}, ${version}, ${pgvector.toSql([...vector])}::halfvec)
    on conflict do nothing`
}
