import { createHash } from 'node:crypto'
import type { Config } from '#core/config'
import type { SharedCache } from './cache/createSharedCache'
import type { CacheId } from './cache/envelope'
import { sharedCache } from './cache/sharedCache'

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

/** The name of a vector in `embeddings`. */
export const embeddingId = ({ kind, hash, model, version }: EmbeddingId): CacheId => [kind, hash, model, version]

/** CLIP's vectors, 512 numbers each (`clip.enable_cache`). */
export const embeddings = (config: Config): SharedCache<Float32Array> => sharedCache('embedding', config)
