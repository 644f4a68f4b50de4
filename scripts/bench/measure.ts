import sharp from 'sharp'
import type { LeanClient } from './leanClient'
import type { Scenario } from './scenarios'
import { type Durations, durations, timed } from './statistics'

/** Who takes part: a whole system with a client. */
export interface Contestant {
  readonly name: 'before' | 'after' | 'gpu'
  readonly client: LeanClient
  /** Settles when it has nothing left to do for what was asked. */
  idle(): Promise<void>
}

/** How long a scenario took for each. */
export interface Measured {
  readonly times: Readonly<Partial<Record<Contestant['name'], Durations>>>
  /** Decoding and encoding the same picture, nothing else. */
  readonly floor: Durations
}

/** One decode and one encode, as the fastest program would need. */
const floor = async (picture: Buffer): Promise<void> => {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** Before loads everything anew for each request, so that there is little to warm. */
const warmUpRounds = { before: 2, after: 6, gpu: 6 } as const

/** How often a scenario is done. */
export interface Rounds {
  /** Undefined: as often as usual. */
  readonly warmUp?: number
  readonly measured: number
}

function prepared(scenario: Scenario, { name, client }: Contestant, round: number): Promise<() => Promise<void>> {
  const { prepare, prepareBefore = prepare } = scenario
  return name === 'before' ? prepareBefore(client, round) : prepare(client, round)
}

/**
 * Runs a scenario for every contestant and at its floor in turn, so that a machine whose speed drifts drifts for all of them. First some rounds that do not
 * count: connections, just-in-time compilation, the operating system's caches. No round's pictures and words come again.
 */
export async function measure(
  scenario: Scenario,
  contestants: readonly Contestant[],
  rounds: Rounds,
): Promise<Measured> {
  const warmUp = (one: Contestant) => rounds.warmUp ?? warmUpRounds[one.name]
  for (const one of contestants)
    for (let round = 0; round < warmUp(one); round++) await (await prepared(scenario, one, round))()
  const taken = new Map<string, number[]>(contestants.map(({ name }) => [name, []]))
  const floors: number[] = []
  const first = Math.max(...contestants.map(warmUp))
  for (let round = first; round < first + rounds.measured; round++) {
    for (const one of contestants) {
      const work = await prepared(scenario, one, round)
      await one.idle()
      taken.get(one.name)!.push(await timed(work))
      await one.idle()
    }
    floors.push(await timed(() => floor(scenario.picture)))
  }
  const times = Object.fromEntries([...taken].map(([name, ms]) => [name, durations(ms)]))
  return { times, floor: durations(floors) }
}
