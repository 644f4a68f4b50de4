import { parseArgs } from 'node:util'

/** How the benchmark is run. */
export interface BenchOptions {
  /** Where the figures go; undefined: to the terminal. */
  readonly json: string | undefined
  /** Write docs/benchmarks.md and its charts. */
  readonly write: boolean
  /** Ids of what is measured; empty: everything. */
  readonly only: readonly string[]
  /** How often each scenario is run for each side. */
  readonly rounds: number
  /** How long the clients of throughput go on. */
  readonly seconds: number
  /** Everything once and small, to see that it works: the figures mean nothing. */
  readonly quick: boolean
  /** Measure the time of `npm start` instead. */
  readonly startup: boolean
  /** Measure memory over so many jobs instead. */
  readonly soak: number | undefined
}

/** Ids of throughput scenarios, beside those of `scenarios`. */
export const throughputIds = [
  'mixed-32',
  'batch-captions',
  'batch-pictures',
  'clients-template',
  'clients-mixed',
] as const

/** One of them. */
export type ThroughputId = (typeof throughputIds)[number]

/** Ids of the scenarios in scenarios.ts. */
export const scenarioIds = ['first-time', 'other-words', 'no-words', 'known-template', 'template', 'equal'] as const

/** One of them. */
export type ScenarioId = (typeof scenarioIds)[number]

export const usage = `npm run bench [-- OPTIONS]       about seven minutes
  --only IDS       of ${[...scenarioIds, ...throughputIds].join(', ')}
  --rounds N       runs of each scenario and side (12)
  --seconds N      how long clients go on (60)
  --quick          everything once and small: shows that it works; the figures mean nothing
  --json FILE      writes the figures
  --write          writes docs/benchmarks.md and docs/benchmarks/*.svg
  --startup        measures npm start instead (with --rounds 5)
  --soak JOBS      measures memory over many jobs instead`

/** @throws TypeError for what is no option */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'string' },
      write: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      startup: { type: 'boolean', default: false },
      soak: { type: 'string' },
    },
  })
  const { json, write, quick, startup } = values
  const only = values.only.split(',').filter(Boolean)
  const ids: readonly string[] = [...scenarioIds, ...throughputIds]
  const wrong = only.find((id) => !ids.includes(id))
  if (wrong !== undefined) throw new TypeError(`--only knows no ${wrong}: ${ids.join(', ')}`)
  if (write && (quick || only.length > 0)) throw new TypeError('--write wants a whole run: without --quick and --only')
  return {
    json,
    write,
    only,
    quick,
    startup,
    rounds: Number(values.rounds ?? (quick ? 1 : startup ? 5 : 12)),
    seconds: Number(values.seconds ?? (quick ? 1 : 60)),
    soak: values.soak === undefined ? undefined : Number(values.soak),
  }
}
