import { database } from './database'
import { ANSWER_CHANNEL, jobEvents } from './jobEvents'

/** What the site may ask a worker outside of jobs: small things that somebody waits for. Workers that serve `embed` answer them, one at a time. */
export const questionTasks = {
  /** `{ words }` → their vector. */
  embedText: 'memezap_embed_text',
  /** `{ sha256 }` → an `UploadDescription`. */
  describeUpload: 'memezap_describe_upload',
} as const

/** Questions of one kind that may wait; beyond, nobody would get an answer in time. */
const MOST_WAITING = 50

/** A question, and where its answer will stand. */
export interface Question<T> {
  readonly task: (typeof questionTasks)[keyof typeof questionTasks]
  /** The same question has the same key: it is asked once however many wait. */
  readonly key: string
  readonly payload: Readonly<Record<string, string>>
  /** Looks for the answer where it may be known already, and where workers write it (workerAnswers.ts). */
  find(): Promise<T | undefined>
}

/**
 * The answer when it is known, or comes in time. One that comes later is found next time.
 * @param waitMs how long to wait for a worker; 0: asks, and does not wait
 */
export async function askWorker<T>({ task, key, payload, find }: Question<T>, waitMs: number): Promise<T | undefined> {
  const known = await find()
  if (known !== undefined) return known
  const enqueue = () => database().$executeRaw`
    select graphile_worker.add_job(${task}, ${JSON.stringify({ ...payload, key })}::json, job_key => ${`${task} ${key}`}, max_attempts => 3)
    where (select count(*) from graphile_worker.jobs where task_identifier = ${task}) < ${MOST_WAITING}`
  return untilAnswered(key, enqueue, find, AbortSignal.timeout(waitMs))
}

/**
 * Asks, then looks for the answer whenever it may be there (`notifyAnswer`, and after each new connection: something may have been missed).
 * @param until aborted when nobody waits any more
 * @returns undefined when it was aborted before the answer came
 */
export async function untilAnswered<T>(
  key: string,
  ask: () => Promise<unknown>,
  find: () => Promise<T | undefined>,
  until: AbortSignal,
): Promise<T | undefined> {
  let ring: () => void = () => undefined
  const nextRing = () =>
    new Promise<void>((resolve) => {
      ring = resolve
    })
  let rung = nextRing()
  const onRing = () => ring()
  const unwatch = jobEvents().watchAnswer(key, onRing)
  until.addEventListener('abort', onRing)
  try {
    await ask()
    while (!until.aborted) {
      await rung
      // Before the look: what comes during it is looked for again.
      rung = nextRing()
      const found = until.aborted ? undefined : await find()
      if (found !== undefined) return found
    }
    return undefined
  } finally {
    unwatch()
    until.removeEventListener('abort', onRing)
  }
}

/** Tells who waits that the answer is there. */
export async function notifyAnswer(key: string): Promise<void> {
  await database().$executeRaw`select pg_notify(${ANSWER_CHANNEL}, ${key})`
}
