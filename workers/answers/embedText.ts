import { hashOf, plainWords } from '#store/embeddings'
import { answerWorkerQuestion, wordsKey } from '#store/workerAnswers'
import type { Parts } from '../parts'

/** Answers with the vector of some words; not at all when this worker has no CLIP. */
export async function embedText({ words }: { readonly words: string }, { clip }: Pick<Parts, 'clip'>): Promise<void> {
  const vector = await clip.embedText(words)
  if (!vector || clip.report.state !== 'ready') return
  await answerWorkerQuestion(wordsKey(hashOf(plainWords(words)), clip.report), vector)
}
