import pino from 'pino'
import type { Tier } from './tier'

/** The cache that hangs is asked again after so long; until then everybody goes on without. */
const PAUSE_AFTER_HANG_MS = 10_000
/** Beyond this, doing the work is quicker. */
const PATIENCE_MS = 3000
/** Without a failure for so long an outage is over: where a disk is full some things work and others do not. */
const QUIET_MS = 30_000

const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: { part: 'cache' } })

/** A tier whose failures break nothing. */
export interface Access {
  readonly tier: Tier
  /** What a tier answers; undefined when it does not, in time. */
  attempt<T>(ask: (tier: Tier) => Promise<T>): Promise<{ readonly answer: T } | undefined>
  /** Does something that nobody waits for; it must not reject. */
  later(work: () => Promise<unknown>): void
  /** Settles when nothing of that is under way. */
  settled(): Promise<void>
}

/** How patient it is, and who hears of outages. */
export interface AccessOptions {
  readonly patienceMs?: number
  readonly pauseMs?: number
  readonly quietMs?: number
  readonly logger?: Pick<pino.Logger, 'warn' | 'info'>
}

class Hangs extends Error {}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    // What came while this thread was busy is read first: it was not the tier that kept us waiting.
    timer = setTimeout(() => setImmediate(() => reject(new Hangs(`no answer within ${ms} ms`))), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** An outage is told once when it begins and once when it is over, however many ask meanwhile. */
export function accessTo(tier: Tier, options: AccessOptions = {}): Access {
  const { patienceMs = PATIENCE_MS, pauseMs = PAUSE_AFTER_HANG_MS, quietMs = QUIET_MS, logger = log } = options
  let failedAt: number | undefined
  const under = new Set<Promise<unknown>>()
  let pausedUntil = 0
  return {
    tier,
    async attempt(ask) {
      if (performance.now() < pausedUntil) return undefined
      try {
        const answer = await within(ask(tier), patienceMs)
        if (failedAt !== undefined && performance.now() - failedAt >= quietMs) {
          failedAt = undefined
          logger.info({ tier: tier.kind }, 'the shared cache works again')
        }
        return { answer }
      } catch (error) {
        if (failedAt === undefined) {
          const words = 'the shared cache fails: work is done without it until it answers'
          logger.warn({ err: error, tier: tier.kind }, words)
        }
        failedAt = performance.now()
        if (error instanceof Hangs) pausedUntil = failedAt + pauseMs
        return undefined
      }
    },
    later(work) {
      const running = work().finally(() => under.delete(running))
      under.add(running)
    },
    async settled() {
      while (under.size > 0) await Promise.all(under)
    },
  }
}
