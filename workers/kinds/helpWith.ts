import { AppError } from '#core/errors'
import { isDatabaseAway } from '#store/databaseAway'
import { removeHandedPixels } from '#store/handedPixels'
import { answerHandedWork, isHandedWorkWanted, takeHandedWork } from '#store/handedWork'
import { jobEvents } from '#store/jobEvents'
import { log } from '../log'
import type { HelpingParts } from '../parts'
import type { PixelRoom } from '../pixelGate'
import type { StageNote } from '../step'

/** One stage of another worker's job. */
export interface Helping {
  /** Of the handed work. */
  readonly id: string
  readonly parts: HelpingParts
  readonly room: PixelRoom
  /** Aborted when nobody waits for it any more. */
  readonly signal: AbortSignal
  readonly note: StageNote
}

/** Does a stage. @returns what its `handOver` gets, as JSON */
export type Help<Input> = (input: Input, helping: Helping) => Promise<object>

/** Does handed work to its end, whatever the end is. Throws only when the database cannot be reached: then the queue hands it out again. */
export async function helpWith(id: string, help: Help<unknown>, parts: HelpingParts): Promise<void> {
  const start = performance.now()
  const input = await takeHandedWork(id, parts.config.queue.max_attempts)
  if (input === undefined) return
  const abort = new AbortController()
  const unwatch = jobEvents().watchCancel(id, () => void abortUnlessWanted(id, abort))
  const room = parts.pixels.room(abort.signal)
  const note: StageNote = {}
  try {
    const result = await help(input, { id, parts, room, signal: abort.signal, note })
    const workedMs = performance.now() - start - (note.waitedMs ?? 0)
    if (!(await answerHandedWork(id, { result, workedMs }))) await removeHandedPixels(id)
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    if (!abort.signal.aborted) await answerHandedWork(id, answerOf(error))
  } finally {
    unwatch()
    room.leave()
  }
}

/** Whoever waits logs what has no name, under a trace id. */
function answerOf(error: unknown): Parameters<typeof answerHandedWork>[1] {
  if (error instanceof AppError) {
    const { code, message, details } = error
    return { problem: { code, message, details } }
  }
  return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

async function abortUnlessWanted(id: string, abort: AbortController): Promise<void> {
  try {
    if (!(await isHandedWorkWanted(id))) abort.abort(new AppError('CANCELLED'))
  } catch (error) {
    // It is then done in vain.
    log.warn({ err: error, id }, 'could not ask whether handed work is still wanted')
  }
}
