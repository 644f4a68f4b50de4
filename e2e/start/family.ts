import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parentOf, processIdentity } from '#scripts/process/identity'

/** A process and all that it has started, directly or not. */
export function family(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(Number(name))] as const)
  const descendants = (of: number): number[] => [
    of,
    ...parents.filter(([, parent]) => parent === of).flatMap(([child]) => descendants(child)),
  ]
  return descendants(pid)
}

/** What a process was started with, with spaces between. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Resolves when none of the processes runs any more. Nobody is told when a process ends that is not their own child: /proc is asked. */
export async function gone(pids: readonly number[]): Promise<void> {
  while (pids.some(processIdentity)) await pause(20)
}
