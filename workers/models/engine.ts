import { Piscina } from 'piscina'
import type * as operations from '#workers/models/engineThread'
import { threadProgram } from '#workers/threadProgram'

type Operations = typeof operations
type Name = keyof Operations
type Input<K extends Name> = Parameters<Operations[K]>[0]
type Output<K extends Name> = Awaited<ReturnType<Operations[K]>>

/** The one thread that owns all ONNX sessions; the caller's thread stays free while a model runs. */
export interface Engine {
  /**
   * Runs one operation after those asked for earlier.
   * @param transfer buffers of the input that are handed over instead of copied; the caller must not use them again.
   */
  run<K extends Name>(name: K, input: Input<K>, transfer?: readonly ArrayBuffer[]): Promise<Output<K>>
  /**
   * The thread ends when its last user closes: after the operation that runs (a thread that ends within one takes the
   * process with it), without those that wait.
   */
  close(): Promise<void>
}

interface Thread {
  readonly pool: Piscina
  users: number
}

let running: Thread | undefined

function startThread(): Thread {
  // ONNX Runtime would tell Microsoft about every session, and leave a device number in the user's cache. It reads this once,
  // in the process's own environment: a thread cannot set it.
  process.env.ORT_DISABLE_TELEMETRY ??= '1'
  const pool = new Piscina({
    ...threadProgram(new URL('./engineThread.ts', import.meta.url), [
      '--import',
      new URL('../typescriptThread.mjs', import.meta.url).href,
    ]),
    minThreads: 1,
    maxThreads: 1,
    idleTimeout: Number.POSITIVE_INFINITY,
    // The wait for the next task must not block the thread: ONNX finishes its work through the event loop.
    atomics: 'disabled',
  })
  return { pool, users: 0 }
}

/** Starts the engine thread, or joins the one that runs: text reader and CLIP share it. It stays until its last user closes. */
export function startEngine(): Engine {
  running ??= startThread()
  const thread = running
  thread.users += 1
  let open = true
  return {
    run: (name, input, transfer = []) => thread.pool.run(input, { name, transferList: [...transfer] }),
    async close() {
      if (!open) return
      open = false
      thread.users -= 1
      if (thread.users > 0) return
      if (running === thread) running = undefined
      await thread.pool.close({ force: true })
    },
  }
}
