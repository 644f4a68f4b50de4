import { readFileSync } from 'node:fs'

/** Resident memory over a time, in MB (2²⁰ bytes). */
export interface MemorySpan {
  readonly minMb: number
  readonly maxMb: number
  readonly lastMb: number
}

/** Follows a process's resident memory. */
export interface MemoryWatch {
  /** Since the last call. */
  take(): MemorySpan
  /** The most that it ever had, its start included, as the kernel says. */
  peakMb(): number
  stop(): void
}

/** Often enough to see a single job's peak, seldom enough to take no time. */
const EVERY_MS = 50

/** A line of a process's status, in MB. */
function statusMb(pid: number, line: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(status.match(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm'))?.[1]) / 1024
}

/** Linux only: it reads /proc. @throws Error when there is no such process, or no more when its memory is asked for */
export function watchMemory(pid: number): MemoryWatch {
  let lastMb = statusMb(pid, 'VmRSS')
  let [minMb, maxMb] = [lastMb, lastMb]
  const look = () => {
    lastMb = statusMb(pid, 'VmRSS')
    minMb = Math.min(minMb, lastMb)
    maxMb = Math.max(maxMb, lastMb)
  }
  const timer = setInterval(() => {
    try {
      look()
    } catch {
      // It has ended: whoever asks next is told.
      clearInterval(timer)
    }
  }, EVERY_MS)
  return {
    take() {
      look()
      const span = { minMb, maxMb, lastMb }
      minMb = lastMb
      maxMb = lastMb
      return span
    },
    peakMb: () => statusMb(pid, 'VmHWM'),
    stop: () => clearInterval(timer),
  }
}
