import { LRUCache } from 'lru-cache'
import { type EmbeddingId, findEmbedding, saveEmbedding } from '#store/embeddings'

/** Vectors that were made before: in memory the latest, below it a table shared by all workers. */
export interface EmbeddingCache {
  /** The vector of some content, made at most once however many ask at the same moment. */
  get(kind: EmbeddingId['kind'], hash: string, make: () => Promise<Float32Array>): Promise<Float32Array>
}

/** @param size how many vectors stay in memory (`vector_db.cache_size`); 0: none */
export function createEmbeddingCache(
  { model, version }: Pick<EmbeddingId, 'model' | 'version'>,
  size: number,
): EmbeddingCache {
  const latest = size > 0 ? new LRUCache<string, Float32Array>({ max: size }) : undefined
  const underWay = new Map<string, Promise<Float32Array>>()

  async function findOrMake(id: EmbeddingId, make: () => Promise<Float32Array>): Promise<Float32Array> {
    const known = await findEmbedding(id)
    if (known) return known
    const made = await make()
    await saveEmbedding(id, made)
    return made
  }

  return {
    async get(kind, hash, make) {
      const key = `${kind} ${hash}`
      const known = latest?.get(key)
      if (known) return known
      const running = underWay.get(key) ?? findOrMake({ kind, hash, model, version }, make)
      underWay.set(key, running)
      try {
        const vector = await running
        latest?.set(key, vector)
        return vector
      } finally {
        underWay.delete(key)
      }
    },
  }
}
