import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

function startOf(pid: number): string {
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
      .toString()
      .trim()
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The program's name, in parentheses, may hold spaces; after it come the state and, as the 20th, the start time.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const hasEnded = fields[0] === 'Z' || fields[0] === 'X'
  if (hasEnded) return ''
  const ticks = fields[19]
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`
}

/** Tells one process from a later one that got the same number: when it started. Undefined when it does not run,
 * also when it has ended and only its parent has not taken note yet. */
export function processIdentity(pid: number): string | undefined {
  try {
    return startOf(pid) || undefined
  } catch {
    return undefined
  }
}
