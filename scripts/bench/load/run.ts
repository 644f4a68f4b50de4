import type { LeanClient } from '../leanClient'
import { type Durations, durations, timed } from '../statistics'
import type { WishMaker } from './wishes'

/** What many wishes came to. */
export interface Load extends Durations {
  /** From the first asked to the last had. */
  readonly seconds: number
  readonly perSecond: number
  /** Processor time of the client itself, which runs on the same cores, per meme. */
  readonly clientMsPerMeme: number
}

/** Measures what `work` gives: how long each meme took, in milliseconds. */
async function loadOf(work: () => Promise<readonly number[]>): Promise<Load> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const ms = await work()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return {
    ...durations(ms),
    seconds,
    perSecond: ms.length / seconds,
    clientMsPerMeme: (user + system) / 1000 / ms.length,
  }
}

/**
 * Asks for everything in the same moment, and once all of it is there, again.
 * @param rounds how often; before more than one, one more is not measured
 */
export async function allAtOnce(client: LeanClient, wishes: WishMaker, count: number, rounds: number): Promise<Load> {
  await wishes.prepare(client)
  const once = () =>
    Promise.all(Array.from({ length: count }, () => wishes.next()).map((wish) => timed(() => wish(client))))
  if (rounds > 1) await once()
  return loadOf(async () => {
    const ms: number[] = []
    for (let round = 0; round < rounds; round++) ms.push(...(await once()))
    return ms
  })
}

/**
 * So many clients, each asking for the next when it has the one before. What is under way when the time is over is waited for, and counts in full.
 * @param warmUpSeconds before, not measured
 */
export async function clientsFor(
  client: LeanClient,
  wishes: WishMaker,
  {
    clients,
    seconds,
    warmUpSeconds,
  }: { readonly clients: number; readonly seconds: number; readonly warmUpSeconds: number },
): Promise<Load> {
  await wishes.prepare(client)
  const during = async (length: number): Promise<readonly number[]> => {
    const end = performance.now() + 1000 * length
    const ms: number[] = []
    const lane = async () => {
      while (performance.now() < end) {
        const wish = wishes.next()
        ms.push(await timed(() => wish(client)))
      }
    }
    await Promise.all(Array.from({ length: clients }, lane))
    return ms
  }
  if (warmUpSeconds > 0) await during(warmUpSeconds)
  return loadOf(() => during(seconds))
}

/** One `generateMemes` with one subscription; each meme's time is from asking for the batch to hearing that it is there. */
export async function oneBatch(client: LeanClient, ...batch: Parameters<LeanClient['batch']>): Promise<Load> {
  return loadOf(async () => {
    const start = performance.now()
    const ms = new Map<number, number>()
    for await (const { finished } of client.batch(...batch))
      for (const index of finished) if (!ms.has(index)) ms.set(index, performance.now() - start)
    if (ms.size !== batch[0].length) throw new Error(`${ms.size} of ${batch[0].length} memes came of the batch`)
    return [...ms.values()]
  })
}
