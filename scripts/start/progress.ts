/** Tells the person at the terminal what goes on. */
export interface Progress {
  readonly say: (line: string) => void
  /** Says what is done now, and how long it took when it took long enough to wonder. */
  step<T>(line: string, work: () => Promise<T>): Promise<T>
}

const notableMs = 1000

/** @param print receives whole lines */
export function progress(print: (line: string) => void): Progress {
  const startedAt = performance.now()
  const say = (line: string) => print(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}`)
  return {
    say,
    async step(line, work) {
      say(line)
      const stepStartedAt = performance.now()
      const result = await work()
      const tookMs = performance.now() - stepStartedAt
      if (tookMs > notableMs) say(`${line}: done in ${(tookMs / 1000).toFixed(1)} s`)
      return result
    },
  }
}
