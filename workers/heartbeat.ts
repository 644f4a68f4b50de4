import os from 'node:os'
import type { Config } from '#core/config'
import { releaseDeadWorkers, type SignOfLife, saveSignOfLife } from '#store/workers'
import { log } from './log'

/** A worker's signs of life, until they are stopped. */
export interface Heartbeat {
  /** Tells a change at once. */
  beat(): Promise<void>
  /** Settles when nothing more is written. */
  stop(): Promise<void>
}

/** Says every `heartbeat_seconds` that this worker lives, and gives the jobs of silent ones to the living. */
export function startHeartbeat(
  config: Config['queue'],
  describe: () => Pick<SignOfLife, 'id' | 'state' | 'queueIds' | 'models'>,
): Heartbeat {
  const write = async () => {
    try {
      const [load] = os.loadavg()
      const rssBytes = process.memoryUsage.rss()
      await saveSignOfLife({ ...describe(), host: os.hostname(), pid: process.pid, rssBytes, load: load ?? 0 })
      const dead = await releaseDeadWorkers(config.dead_after_seconds, config.max_attempts)
      if (dead.length > 0) log.warn({ workers: dead }, 'dead workers: their jobs go to the living')
    } catch (error) {
      log.warn({ err: error }, 'heartbeat failed; the next one tries again')
    }
  }
  // One after the other: a slow one from before a change would otherwise be written over it.
  let last = Promise.resolve()
  const beat = () => {
    last = last.then(write)
    return last
  }
  const timer = setInterval(() => void beat(), config.heartbeat_seconds * 1000)
  return {
    beat,
    stop() {
      clearInterval(timer)
      return last
    },
  }
}
