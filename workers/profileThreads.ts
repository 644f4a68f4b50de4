import type { Profiler } from 'node:inspector'
import type { Session } from 'node:inspector/promises'

/** A thread that does not answer (it is inside a model, say) is waited for so long, then it is left out. */
const ANSWER_MS = 2_000

/** What the profiler found of one thread. */
export interface ThreadProfile {
  /** `thread1`, … as Node counts them. */
  readonly thread: string
  /** As devtools read it from a .cpuprofile file. */
  readonly profile: Profiler.Profile
}

/**
 * Profiles the worker threads of this process, those too that start meanwhile, through the session of the main thread: Node passes messages on
 * (`NodeWorker` of its inspector protocol), so that threads need not know of it.
 * @returns what ends it
 */
export async function profileThreads(session: Session): Promise<() => Promise<readonly ThreadProfile[]>> {
  const waiting = new Map<string, (result: Record<string, unknown> | undefined) => void>()
  const threads = new Map<string, string>()
  let asked = 0

  const ask = (sessionId: string, method: string): Promise<Record<string, unknown> | undefined> =>
    new Promise((resolve) => {
      const id = ++asked
      const answered = (result?: Record<string, unknown>) => {
        clearTimeout(timer)
        waiting.delete(`${sessionId} ${id}`)
        resolve(result)
      }
      const timer = setTimeout(answered, ANSWER_MS)
      waiting.set(`${sessionId} ${id}`, answered)
      const message = JSON.stringify({ id, method })
      // A thread that ended is no failure of the job.
      session.post('NodeWorker.sendMessageToWorker', { sessionId, message }).catch(() => answered())
    })

  session.on('NodeWorker.receivedMessageFromWorker', ({ params: { sessionId, message } }) => {
    const { id, result } = JSON.parse(message)
    waiting.get(`${sessionId} ${id}`)?.(result)
  })
  session.on('NodeWorker.detachedFromWorker', ({ params: { sessionId } }) => void threads.delete(sessionId))
  session.on('NodeWorker.attachedToWorker', ({ params: { sessionId, workerInfo } }) => {
    threads.set(sessionId, `thread${workerInfo.workerId}`)
    // In their order: the answers say nothing that we need.
    void ask(sessionId, 'Profiler.enable')
    void ask(sessionId, 'Profiler.start')
  })
  await session.post('NodeWorker.enable', { waitForDebuggerOnStart: false })

  return async () => {
    const found = await Promise.all(
      [...threads].map(async ([sessionId, thread]) => {
        const stopped = await ask(sessionId, 'Profiler.stop')
        return { thread, profile: stopped?.profile as Profiler.Profile | undefined }
      }),
    )
    await session.post('NodeWorker.disable')
    return found.flatMap(({ thread, profile }) => (profile ? [{ thread, profile }] : []))
  }
}
