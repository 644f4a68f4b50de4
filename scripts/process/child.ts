import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A Node program to run as a process of its own. */
export interface ChildProgram {
  /** Arguments for `node`. */
  readonly args: readonly string[]
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  /** Receives each line that it prints. */
  readonly line: (line: string) => void
}

/** A program that runs. */
export interface Child {
  readonly pid: number
  /** Resolves with words on how it ended: "exit code 1", "signal SIGKILL". */
  readonly ended: Promise<string>
  /** Sends a signal to it and to everything that it started; nothing happens when they are gone. */
  signal(signal: NodeJS.Signals): void
  /** Asks it to end, and makes it after a while, with everything that it started. Resolves when all are gone. */
  stop(): Promise<void>
}

const follower = fileURLToPath(new URL('followStarter.mjs', import.meta.url))
const starterFd = 3
/** Without its starter nobody sees a process any more: it need not take long to end. */
const mostOrphanedMs = 10_000

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ESRCH'
    if (!gone) throw error
  }
}

function readLines(child: ChildProcess, line: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', line)
}

/**
 * Runs a program in a process group of its own, so that Ctrl-C in a terminal reaches only us, who end things in order.
 * It ends when this process does, even when this one is killed.
 * @param graceMs how long it may take to end when asked
 */
export function startChild(program: ChildProgram, graceMs = 20_000): Child {
  const child = spawn(process.execPath, ['--import', follower, ...program.args], {
    cwd: program.folder,
    env: {
      ...program.env,
      MEMEZAP_STARTER_FD: String(starterFd),
      MEMEZAP_STARTER_GRACE_MS: String(Math.min(graceMs, mostOrphanedMs)),
    },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  readLines(child, program.line)
  // Zero when it could not be started, and then `kill` would mean our own group.
  const pid = child.pid ?? 0
  const signal = (name: NodeJS.Signals) => pid > 0 && signalGroup(pid, name)
  const exit = once(child, 'exit').then(
    ([code, signal]: (number | string | null)[]) => (signal ? `signal ${signal}` : `exit code ${code}`),
    (error: Error) => error.message,
  )
  const ended = exit.then((words) => {
    signal('SIGKILL')
    return words
  })
  return {
    pid,
    ended,
    signal,
    async stop() {
      signal('SIGTERM')
      const force = setTimeout(() => signal('SIGKILL'), graceMs)
      await ended
      clearTimeout(force)
    },
  }
}
