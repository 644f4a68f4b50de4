import sharp from 'sharp'
import type { MemeClient } from '#e2e/support/memeClient'
import type { Scenario } from './scenarios'

/** One line of the result; milliseconds are medians. */
export interface ScenarioResult {
  readonly name: string
  readonly beforeMsP50: number
  readonly afterMsP50: number
  /** How many times faster: before / after. */
  readonly ratio: number
  /** Decoding and encoding the same picture, nothing else. */
  readonly floorMsP50: number
  /** Runs of each. */
  readonly n: number
}

/** The middle value, or the mean of the two middle ones; of at least one value. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const floor = (picture: Buffer): Promise<number> =>
  timed(async () => {
    const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
    await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
      .jpeg({ quality: 90 })
      .toBuffer()
  })

const WARM_UP_ROUNDS = 6

/** Runs a scenario before, after and at its floor in turn, so that a machine whose speed drifts drifts for all three. */
export async function measure(
  scenario: Scenario,
  before: MemeClient,
  after: MemeClient,
  rounds: number,
): Promise<ScenarioResult> {
  // Unmeasured first: connections, just-in-time compilation, the operating system's caches. Its pictures and words do not come again.
  await run(scenario, before, after, 0, WARM_UP_ROUNDS)
  const times = await run(scenario, before, after, WARM_UP_ROUNDS, rounds)
  const [beforeMsP50, afterMsP50, floorMsP50] = [median(times.before), median(times.after), median(times.floor)]
  return { name: scenario.name, beforeMsP50, afterMsP50, ratio: beforeMsP50 / afterMsP50, floorMsP50, n: rounds }
}

async function run(scenario: Scenario, before: MemeClient, after: MemeClient, first: number, rounds: number) {
  const times = { before: [] as number[], after: [] as number[], floor: [] as number[] }
  for (let round = first; round < first + rounds; round++) {
    const work = await (scenario.prepareBefore ?? scenario.prepare)(before, round)
    times.before.push(await timed(work))
    times.after.push(await timed(await scenario.prepare(after, round)))
    times.floor.push(await floor(scenario.picture))
  }
  return times
}
