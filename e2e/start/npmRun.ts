import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { projectFolder } from '#scripts/projectFolder'
import { testEnvironment } from '#scripts/test/vitest'
import { commandLine, family, gone } from './family'

/** A running npm command. */
export interface NpmRun {
  /** npm's own process. */
  readonly pid: number
  /** How many lines it has printed. */
  lineCount(): number
  /** Resolves with the first line that matches, of those after the first `skip`. Rejects when it ends before. */
  line(pattern: RegExp, skip?: number): Promise<string>
  /** The process of its family whose command line matches. */
  find(pattern: RegExp): number
}

/**
 * Runs npm as a person would; ended with the test.
 * @param args for example `['start']`
 * @param env laid over this process's, without what is personal
 */
export function npmRun(args: readonly string[], env: Readonly<Record<string, string>>): NpmRun {
  const child = spawn('npm', args, {
    cwd: projectFolder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...testEnvironment(), ...env },
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
    pid,
    lineCount: () => lines.length,
    async line(pattern, skip = 0) {
      for (;;) {
        const found = lines.slice(skip).find((line) => pattern.test(line))
        if (found) return found
        const next = new Promise<void>((resolve) => waiting.add(resolve))
        if ((await Promise.race([next, closed])) === 'closed') {
          throw new Error(`npm ${args.join(' ')} printed no ${pattern}:\n${lines.join('\n')}`)
        }
        waiting.clear()
      }
    },
    find(pattern) {
      const found = family(pid).find((member) => pattern.test(commandLine(member)))
      if (!found) throw new Error(`No process of npm ${args.join(' ')} matches ${pattern}`)
      return found
    },
  }
}
