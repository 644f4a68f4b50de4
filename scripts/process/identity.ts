import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What /proc tells of a process behind its name, which may hold spaces: state, parent, … */
function statOf(pid: number): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

/** The process that started another one, on Linux; undefined when that does not run. */
export function parentOf(pid: number): number | undefined {
  try {
    return Number(statOf(pid)[1])
  } catch {
    return undefined
  }
}

function startOf(pid: number): string {
  if (process.platform !== 'linux')
    return execFileSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8' }).trim()
  const fields = statOf(pid)
  const hasEnded = fields[0] === 'Z' || fields[0] === 'X'
  if (hasEnded) return ''
  const ticks = fields[19]
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`
}

/**
 * Tells one process from a later one that got the same number: when it started. Undefined when it does not run, also when
 * it has ended and only its parent has not taken note yet.
 */
export function processIdentity(pid: number): string | undefined {
  try {
    return startOf(pid) || undefined
  } catch {
    return undefined
  }
}
