import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processIdentity } from './identity'

/** Who holds a lock, and words on what for. */
export interface Holder {
  readonly pid: number
  readonly identity: string
  readonly purpose: string
}

/** The lock, or who holds it. */
export type LockResult = { readonly release: () => void } | { readonly holder: Holder }

/** Who holds a lock now. A lock whose process is gone counts for nothing, however it ended. */
export function holderOf(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Holder
    return processIdentity(holder.pid) === holder.identity ? holder : undefined
  } catch {
    return undefined
  }
}

/** Takes a lock that is a file, or says who has it. */
export function tryLock(file: string, purpose: string): LockResult {
  mkdirSync(path.dirname(file), { recursive: true })
  const ours = `${file}.${process.pid}`
  const identity = processIdentity(process.pid) ?? ''
  writeFileSync(ours, JSON.stringify({ pid: process.pid, identity, purpose } satisfies Holder))
  try {
    for (;;) {
      try {
        // Unlike writing, linking shows the whole content at once, and fails when the name is taken.
        linkSync(ours, file)
        return { release: () => rmSync(file, { force: true }) }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = holderOf(file)
      if (holder) return { holder }
      rmSync(file, { force: true })
    }
  } finally {
    rmSync(ours, { force: true })
  }
}

/** Does some work while holding a lock, after whoever has it now. `waiting` is called once when there is somebody. */
export async function underLock<T>(
  file: string,
  purpose: string,
  waiting: (holder: Holder) => void,
  work: () => Promise<T>,
): Promise<T> {
  for (let told = false; ; told = true) {
    const result = tryLock(file, purpose)
    if ('release' in result) {
      try {
        return await work()
      } finally {
        result.release()
      }
    }
    if (!told) waiting(result.holder)
    await pause(100)
  }
}
