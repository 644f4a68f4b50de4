import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import { type WorkKind, workKindText } from '#core/workKind'
import type { StageMeasurement } from '#store/stageRows'
import { kindsNotServed, livingWorkers } from '#store/workers'
import { log } from '../log'

/** What a stage is handed on for, where it is not done at once. */
const kindOfStage: Readonly<Record<string, WorkKind>> = { ocr: 'ocr', remove_text: 'inpaint' }

/**
 * A job whose time was over while a stage waited for a worker that does such work, and there is none, says so.
 * @param stages of the job that have ended, the one too that was cut off
 * @returns the error, in other words where that is so
 */
export async function whoWasMissing(
  error: unknown,
  stages: readonly Pick<StageMeasurement, 'operation' | 'ok'>[],
  { queue }: Pick<Config, 'queue'>,
): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'JOB_TIMEOUT') return error
  const needed = stages.filter(({ ok }) => !ok).map(({ operation }) => kindOfStage[operation])
  try {
    const missing = kindsNotServed(await livingWorkers(queue.dead_after_seconds)).find((kind) => needed.includes(kind))
    if (!missing) return error
    const message = `No worker ${workKindText[missing]} just now, so the picture waited in vain. Try again later, or use a template.`
    return new AppError('JOB_TIMEOUT', message, { details: { missing }, cause: error })
  } catch (cause) {
    log.warn({ err: cause }, 'could not ask who does what')
    return error
  }
}
