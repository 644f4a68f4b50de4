import type { Config } from '#core/config'
import type { GeneratePayload } from '#core/jobPayload'
import { recognises, requestKey } from '../jobs/requestKey'
import { findFinishedMemes } from '../memes'
import { galleryRevision } from '../templates/vectors/galleryRevision'

/** A meme that some items of a batch ask for. */
export interface AskedMeme {
  readonly key: string
  readonly payload: GeneratePayload
  /** A meme finished earlier that answers it. */
  readonly memeId: string | null
  /** Where the items stand that ask for it: their places in the batch, from 0. */
  readonly places: readonly number[]
}

/**
 * What a batch asks for: equal items once. Two look-ups at most, however many items there are.
 * @param items places in the batch, and what is asked for there
 */
export async function nameRequests(
  items: ReadonlyMap<number, GeneratePayload>,
  config: Config,
): Promise<readonly AskedMeme[]> {
  const gallery = [...items.values()].some(recognises) ? await galleryRevision() : null
  const byKey = new Map<string, { payload: GeneratePayload; places: number[] }>()
  for (const [place, payload] of items) {
    const key = requestKey(payload, config, recognises(payload) ? gallery : null)
    const same = byKey.get(key)
    if (same) same.places.push(place)
    else byKey.set(key, { payload, places: [place] })
  }
  const finished = config.cache.enable_meme_cache ? await findFinishedMemes([...byKey.keys()]) : undefined
  return Array.from(byKey, ([key, asked]) => ({ key, ...asked, memeId: finished?.get(key) ?? null }))
}
