import { notifyAnswer } from '#store/askWorker'
import { hashOf, plainWords, saveEmbedding } from '#store/embeddings'
import type { Parts } from '../parts'

/** Writes the vector of some words; nothing when this worker has no CLIP. */
export async function embedText({ words }: { readonly words: string }, { clip }: Pick<Parts, 'clip'>): Promise<void> {
  const vector = await clip.embedText(words)
  if (!vector || clip.report.state !== 'ready') return
  const { model, version } = clip.report
  const hash = hashOf(plainWords(words))
  // Clip writes what it makes, but not what it still has in memory when the row has expired.
  await saveEmbedding({ kind: 'text', hash, model, version }, vector)
  await notifyAnswer(hash)
}
