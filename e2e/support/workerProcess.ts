import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { projectRoot } from '#store/config'
import { workerArguments } from './workerArguments'

/** A really started worker, without a site. */
export interface WorkerProcess {
  readonly pid: number
  /** As it calls itself in the database. */
  readonly workerId: string
  /** Sends a signal; resolves when the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>
  /** Breaks the pipe that it writes its log into. */
  readNoMore(): void
  /** The lines of its log so far. */
  readonly printed: readonly string[]
  /** Resolves with its exit code when it is gone. */
  readonly gone: Promise<number | null>
}

interface Options {
  /** Laid over this process's environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** Starts a worker with arguments; resolves when it is ready to work. It ends with the test, or with the file when started outside of one. */
export async function startWorkerProcess(args: readonly string[] = [], { env }: Options = {}): Promise<WorkerProcess> {
  const child = spawn(process.execPath, await workerArguments(...args), {
    cwd: projectRoot(),
    env: { ...process.env, LOG_LEVEL: 'info', ...env },
    // Its channel closes with us: then it stops by itself.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await gone
  }
  const printed: string[] = []
  try {
    const workerId = await readyLine(child, printed)
    return { pid: child.pid!, workerId, end, printed, gone, readNoMore: () => void child.stdout!.destroy() }
  } catch (error) {
    await end('SIGKILL')
    throw error
  }
}

/** The same for the one test that runs, which it ends with. */
export async function startTestWorker(args: readonly string[] = [], options: Options = {}): Promise<WorkerProcess> {
  const worker = await startWorkerProcess(args, options)
  onTestFinished(() => worker.end('SIGTERM'))
  return worker
}

/** Its log is read on, or its pipe would fill. */
function readyLine(child: ChildProcess, printed: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      printed.push(line)
      const { msg, workerId } = JSON.parse(line) as { msg: string; workerId: string }
      if (msg === 'ready') resolve(workerId)
    })
    child.on('exit', () => reject(new Error(`The worker has ended:\n${printed.slice(-20).join('\n')}`)))
  })
}
