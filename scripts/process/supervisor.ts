import { setTimeout as pause } from 'node:timers/promises'

/** How something ended, for example "exit code 1", and the last lines that it printed. */
export interface Ending {
  readonly words: string
  readonly lastLines: readonly string[]
}

/** Something that runs: a child process, a database. */
export interface Running {
  readonly ended: Promise<Ending>
  stop(): Promise<void>
}

/** Something to keep running. */
export interface Part {
  readonly name: string
  start(): Promise<Running>
}

/** How patient the supervisor is. */
export interface Patience {
  /** A part that ran for less than this died quickly. */
  readonly quickMs: number
  /** So many quick deaths in a row end the whole. */
  readonly quickDeaths: number
  /** Pause before the first restart; doubles with every quick death. */
  readonly pauseMs: number
}

/** Four deaths within 20 s each end the whole; restarts after 0.5 s, 1 s, 2 s. */
export const defaultPatience: Patience = { quickMs: 20_000, quickDeaths: 4, pauseMs: 500 }

/** A part ended too often; the message has its name and its last lines. */
export class CannotKeepAlive extends Error {}

/** Keeps parts running until it is told to stop or one of them cannot be kept alive. */
export class Supervisor {
  readonly #patience: Patience
  readonly #say: (line: string) => void
  readonly #running = new Map<string, Running>()
  readonly #order: string[] = []
  readonly #starting = new Set<Promise<Running>>()
  readonly #stopping = new AbortController()
  #giveUp: (error: Error) => void = () => {}
  /** Rejects with CannotKeepAlive, or with why a part could not be started again. */
  readonly failed: Promise<never>

  constructor(say: (line: string) => void, patience: Patience = defaultPatience) {
    this.#say = say
    this.#patience = patience
    this.failed = new Promise((_, reject) => {
      this.#giveUp = reject
    })
    // Nobody may be waiting yet, or any more.
    this.failed.catch(() => {})
  }

  /** Starts a part and, from then on, starts it again whenever it ends. Throws when the first start fails. */
  async keep(part: Part): Promise<void> {
    if (this.#stopping.signal.aborted) return
    this.#order.push(part.name)
    const first = await this.#start(part)
    this.#watch(part, first).catch(this.#giveUp)
  }

  /** Ends a part; it is started again as if it had died. */
  async restart(name: string): Promise<void> {
    await this.#running.get(name)?.stop()
  }

  /** Ends all parts, the last kept first. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.allSettled(this.#starting)
    for (const name of this.#order.toReversed()) await this.#running.get(name)?.stop()
  }

  async #start(part: Part): Promise<Running> {
    const starting = part.start()
    this.#starting.add(starting)
    try {
      const running = await starting
      this.#running.set(part.name, running)
      return running
    } finally {
      this.#starting.delete(starting)
    }
  }

  async #watch(part: Part, first: Running): Promise<void> {
    const { quickMs, quickDeaths, pauseMs } = this.#patience
    let running = first
    for (let deaths = 0; ; ) {
      const startedAt = performance.now()
      const { words, lastLines } = await running.ended
      if (this.#stopping.signal.aborted) return
      const ranMs = performance.now() - startedAt
      deaths = ranMs < quickMs ? deaths + 1 : 1
      if (deaths >= quickDeaths) {
        const printed = lastLines.map((line) => `\n    ${line}`).join('')
        throw new CannotKeepAlive(
          `The ${part.name} ended ${deaths} times in a row (${words}). Its last lines:${printed}`,
        )
      }
      this.#say(`The ${part.name} ended (${words}) after ${(ranMs / 1000).toFixed(1)} s; starting it again.`)
      await pause(pauseMs * 2 ** (deaths - 1), undefined, { signal: this.#stopping.signal }).catch(() => {})
      if (this.#stopping.signal.aborted) return
      running = await this.#start(part)
      this.#say(`The ${part.name} was started again.`)
    }
  }
}
