import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { freePort } from '#scripts/postgres/freePort'
import { projectFolder } from '#scripts/projectFolder'
import { testEnvironment } from '#scripts/test/vitest'
import { temporaryFolder } from '../support/temporaryFolder'
import { commandLine, family, gone } from './family'

/** A running `npm start`. */
export interface NpmStart {
  readonly url: string
  /** npm's own process. */
  readonly pid: number
  /** How many lines it has printed. */
  lineCount(): number
  /** Resolves with the first line that matches, of those after the first `skip`. Rejects when npm start ends before. */
  line(pattern: RegExp, skip?: number): Promise<string>
  /** The process of its family whose command line matches. */
  find(pattern: RegExp): number
}

/** Runs `npm start` as a person would, with a database and files of the test's own; ended with the test. */
export async function npmStart(env: Readonly<Record<string, string>> = {}): Promise<NpmStart> {
  const port = await freePort()
  const child = spawn('npm', ['start'], {
    cwd: projectFolder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...testEnvironment(),
      PORT: String(port),
      MEMEZAP_POSTGRES_DIR: temporaryFolder(),
      MEMEZAP_STORAGE__DIRECTORY: temporaryFolder(),
      ...env,
    },
  })
  const pid = child.pid!
  onTestFinished(async () => {
    const started = family(pid)
    child.kill('SIGTERM')
    await gone(started)
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      for (const wake of waiting) wake()
    })
  }
  const closed = once(child, 'close').then(() => 'closed' as const)
  return {
    url: `http://localhost:${port}`,
    pid,
    lineCount: () => lines.length,
    async line(pattern, skip = 0) {
      for (;;) {
        const found = lines.slice(skip).find((line) => pattern.test(line))
        if (found) return found
        const next = new Promise<void>((resolve) => waiting.add(resolve))
        if ((await Promise.race([next, closed])) === 'closed') {
          throw new Error(`npm start printed no ${pattern}:\n${lines.join('\n')}`)
        }
        waiting.clear()
      }
    },
    find(pattern) {
      const found = family(pid).find((member) => pattern.test(commandLine(member)))
      if (!found) throw new Error(`No process of npm start matches ${pattern}`)
      return found
    },
  }
}
