import { randomUUID } from 'node:crypto'
import { AppError, type ErrorCode, type ErrorDetails } from '#core/errors'
import { untilAnswered } from './askWorker'
import { database } from './database'
import { ANSWER_CHANNEL, CANCEL_CHANNEL } from './jobEvents'
import { crashedProblem } from './jobs/recoverJobs'
import { dequeue, GRAPHILE_ATTEMPTS } from './queue'

/**
 * Names of graphile-worker's tasks for stages that a worker hands to another. Readings of two versions are never mixed: only a worker with the very
 * same reader takes them.
 */
export const handedTask = {
  ocr: (readerVersion: string) => `memezap_ocr ${readerVersion}`,
  inpaint: () => 'memezap_inpaint',
} as const

/** What came of handed work. `failure`: nothing that we have a name for; whoever waits logs it. */
type Answer =
  | { readonly result: unknown; readonly workedMs: number }
  | { readonly problem: { readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails } }
  | { readonly failure: string }

/** What another worker did. */
export interface HandedResult<T> {
  readonly id: string
  readonly result: T
  /** Of the time until it was done: how long nobody was at it. */
  readonly waitedMs: number
}

/**
 * Hands a stage to a worker that serves its kind, and waits until it is done. When the signal is aborted, it is taken back.
 * @param task as `handedTask` names it
 * @throws AppError as the stage throws where it is done; WORKER_CRASHED when it stopped every worker that tried; Error for other failures; the signal's reason
 */
export async function handOver<T>(task: string, input: object, signal: AbortSignal): Promise<HandedResult<T>> {
  signal.throwIfAborted()
  const id = randomUUID()
  const start = performance.now()
  const ask = () => database().$queryRaw`
    with asked as (insert into handed_work (id, input) values (${id}::uuid, ${JSON.stringify(input)}::jsonb) returning id)
    select graphile_worker.add_job(${task}, json_build_object('id', id), job_key => id::text, max_attempts => ${GRAPHILE_ATTEMPTS}::int)::text from asked`
  let answer: Answer | undefined
  try {
    answer = await untilAnswered(id, ask, () => findAnswer(id), signal)
    if (answer === undefined) throw signal.reason
    if ('problem' in answer) {
      const { code, message, details } = answer.problem
      throw new AppError(code, message, { details })
    }
    if ('failure' in answer) throw new Error(`another worker failed: ${answer.failure}`)
  } catch (error) {
    // Why the stage failed is what counts. A row that stays is swept within the hour, and its work done in vain.
    await takeBack(id).catch(() => undefined)
    throw error
  }
  const waitedMs = Math.max(0, performance.now() - start - answer.workedMs)
  await takeBack(id)
  return { id, result: answer.result as T, waitedMs }
}

async function findAnswer(id: string): Promise<Answer | undefined> {
  const row = await database().handedWork.findUnique({ where: { id }, select: { answer: true } })
  return (row?.answer as unknown as Answer | null) ?? undefined
}

/** Nobody waits for it any more: whoever is at it is told. */
async function takeBack(id: string): Promise<void> {
  await database().$transaction(async (tx) => {
    const [unanswered] = await tx.$queryRaw<unknown[]>`
      with gone as (delete from handed_work where id = ${id}::uuid returning answer)
      select from gone where answer is null`
    if (!unanswered) return
    await dequeue(tx, id)
    await tx.$executeRaw`select pg_notify(${CANCEL_CHANNEL}, ${id})`
  })
}

/**
 * Takes handed work that graphile-worker gave to this worker. Work that has stopped `maxAttempts` workers is answered as given up.
 * @returns its input; undefined when there is nothing to do (any more)
 */
export async function takeHandedWork(id: string, maxAttempts: number): Promise<unknown> {
  const [row] = await database().$queryRaw<{ input: unknown; attempts: number }[]>`
    update handed_work set attempts = attempts + 1 where id = ${id}::uuid and answer is null returning input, attempts`
  if (!row) return undefined
  if (row.attempts <= maxAttempts) return row.input
  const { message, details } = crashedProblem(maxAttempts)
  await answerHandedWork(id, { problem: { code: 'WORKER_CRASHED', message, details: details as ErrorDetails } })
  return undefined
}

/** Writes what came of it, and tells who waits: in one statement, or a worker that dies in between would leave somebody waiting. @returns false when nobody does any more */
export async function answerHandedWork(id: string, answer: Answer): Promise<boolean> {
  const rows = await database().$queryRaw<unknown[]>`
    with changed as (
      update handed_work set answer = ${JSON.stringify(answer)}::jsonb where id = ${id}::uuid and answer is null returning id)
    select pg_notify(${ANSWER_CHANNEL}, id::text)::text from changed`
  return rows.length > 0
}

/** Whether somebody still waits for it. */
export async function isHandedWorkWanted(id: string): Promise<boolean> {
  return (await database().handedWork.count({ where: { id } })) > 0
}
