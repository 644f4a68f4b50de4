import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The server process that postmaster.pid names. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

/**
 * The server that runs on a data folder now, or undefined. A postmaster.pid that a killed server left is removed: its
 * process id may by now be somebody else's (always so after a container restarts), and then Postgres would not start.
 */
export function runningPostmaster(dataFolder: string): Postmaster | undefined {
  const file = path.join(dataFolder, 'postmaster.pid')
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  if (pid > 0 && commandLine(pid).split('\0').includes(dataFolder)) return { pid, port: Number(lines[3]) }
  rmSync(file, { force: true })
  return undefined
}

/**
 * Ends a server that runs on a data folder though nobody keeps it, because its keeper was killed.
 * Throws when it does not end within half a minute.
 */
export async function stopOrphan(dataFolder: string): Promise<void> {
  const orphan = runningPostmaster(dataFolder)
  if (!orphan) return
  process.kill(orphan.pid, 'SIGINT')
  const deadline = Date.now() + 30_000
  while (runningPostmaster(dataFolder)) {
    if (Date.now() > deadline)
      throw new Error(`Postgres (process ${orphan.pid}) runs on ${dataFolder} and does not end.`)
    await pause(50)
  }
}
