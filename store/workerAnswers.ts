import { notifyAnswer } from './askWorker'
import { pack, unpack } from './cache/envelope'
import { database } from './database'
import type { ClipModel } from './readyClip'

/** Names the question for the vector of words. @param hash of the words as `plainWords` leaves them */
export const wordsKey = (hash: string, { model, version }: ClipModel): string =>
  ['words', hash, model, version].join(' ')

/** Names the question for what an upload looks like. @param clip undefined when no living worker has one */
export const looksKey = (sha256: string, clip: ClipModel | undefined): string =>
  ['looks', sha256, clip?.model, clip?.version].join(' ')

/**
 * Answers a question of the site, and tells who waits. The answer is kept for the minute in which somebody may want it: it does not depend on a cache.
 * @param key as the question has it
 */
export async function answerWorkerQuestion(key: string, value: unknown): Promise<void> {
  await database().$executeRaw`
    insert into worker_answer (key, value) values (${key}, ${pack({ value, madeMs: 0 })})
    on conflict (key) do update set value = excluded.value, answered_at = now()`
  await notifyAnswer(key)
}

/** The answer of a worker in the last minute. @typeParam T as the question's kind says */
export async function findWorkerAnswer<T>(key: string): Promise<T | undefined> {
  const [row] = await database().$queryRaw<{ value: Uint8Array }[]>`
    select value from worker_answer where key = ${key} and answered_at > now() - interval '1 minute'`
  return row && unpack<T>(row.value)?.value
}
