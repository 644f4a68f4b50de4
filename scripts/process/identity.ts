import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

function startOf(pid: number): string {
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
      .toString()
      .trim()
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The program's name, in parentheses, may hold spaces; the start time is the 20th field after it.
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`
}

/** Tells one process from a later one that got the same number: when it started. Undefined when it does not run. */
export function processIdentity(pid: number): string | undefined {
  try {
    return startOf(pid) || undefined
  } catch {
    return undefined
  }
}
