import { readdirSync, readFileSync } from 'node:fs'
import { database } from '#store/database'

/** Linux counts processes' time in hundredths of a second, on every machine there is. */
const TICK_MS = 10

interface ProcessTime {
  readonly parent: number
  readonly ms: number
}

/** Undefined for a process that has gone. */
function processTime(pid: string): ProcessTime | undefined {
  try {
    // The name, in brackets, may hold blanks. See proc(5) for the rest.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/\(.*\)/s, '-')
      .split(' ')
    return { parent: Number(fields[3]), ms: TICK_MS * (Number(fields[13]) + Number(fields[14])) }
  } catch {
    return undefined
  }
}

/** Processor time in milliseconds, so far, of this process and of the database's; other work on the machine does not change it much. Linux only. */
export async function processorMs(): Promise<{ readonly node: number; readonly postgres: number }> {
  const [row] = await database().$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
  const postmaster = processTime(String(row!.pid))?.parent
  const backends = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(processTime)
    .filter((time) => time?.parent === postmaster)
  const { user, system } = process.cpuUsage()
  return { node: (user + system) / 1000, postgres: backends.reduce((sum, time) => sum + (time?.ms ?? 0), 0) }
}
