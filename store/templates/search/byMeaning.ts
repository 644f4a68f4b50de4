import type { Config } from '#core/config'
import { askWorker, questionTasks } from '../../askWorker'
import { embeddingId, embeddings, hashOf, plainWords } from '../../embeddings'
import { readyClip } from '../../readyClip'
import { findWorkerAnswer, wordsKey } from '../../workerAnswers'
import { nearestByClip } from '../vectors/nearest'
import { usualCosine } from './outstanding'

/** Templates that look like what words say. */
export interface MeaningHits {
  readonly hits: readonly { readonly id: string; readonly score: number }[]
  /** The words have no vector yet: the same search a moment later may find more. */
  readonly isPending: boolean
}

/** How a search by meaning is done. */
export interface MeaningOptions {
  readonly config: Config
  /** How long to wait for the words' vector when no search asked for it before. */
  readonly waitMs: number
}

/** Looks further down count too little to be kept by the fusion. */
const MOST_HITS = 30
/** Shorter than this, nothing is meant yet. */
const SHORTEST = 3

/**
 * Templates whose pictures look like what the words say, by CLIP; the most alike first, and only those that stand out. None when no living worker has
 * CLIP loaded, or when the templates' vectors are another model's. The words' vector comes from the cache of embeddings; a worker is asked for one that
 * is not there, and what comes too late serves the next search.
 */
export async function byMeaning(text: string, { config, waitMs }: MeaningOptions): Promise<MeaningHits> {
  const words = plainWords(text)
  const clip = words.length < SHORTEST ? undefined : await readyClip(config.queue.dead_after_seconds)
  if (!clip) return { hits: [], isPending: false }
  const hash = hashOf(words)
  const key = wordsKey(hash, clip)
  const find = async () =>
    (await embeddings(config).get(embeddingId({ kind: 'text', hash, ...clip })))?.value ??
    (await findWorkerAnswer<Float32Array>(key))
  const vector = await askWorker({ task: questionTasks.embedText, key, payload: { words }, find }, waitMs)
  if (!vector) return { hits: [], isPending: true }
  const [near, usual] = await Promise.all([
    // By the index however few there are: looking at 20,000 vectors takes 10 ms of the processor at each letter.
    nearestByClip(vector, clip, MOST_HITS, { state: 'published' }, true),
    usualCosine(vector, clip),
  ])
  const hits = usual ? near.filter(({ likeness }) => likeness >= usual.outstanding) : []
  return { hits: hits.map(({ templateId: id, likeness: score }) => ({ id, score })), isPending: false }
}
