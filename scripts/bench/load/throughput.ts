import type { Side } from '../contestants'
import type { BatchWish, LeanClient } from '../leanClient'
import { type BenchOptions, type ThroughputId, throughputIds } from '../options'
import { benchPicture } from '../picture'
import { type ThroughputGoal, type ThroughputResult, throughputResult } from '../report/result'
import { throughputLine } from '../report/words'
import { oldWords, unseenWords } from '../scenarios'
import { publishTemplate1024, template1024 } from './benchTemplates'
import { allAtOnce, clientsFor, type Load, oneBatch } from './run'
import { mixedWishes, mixtureWords, templateWishes } from './wishes'

/** Who takes part. */
export interface Sides {
  readonly before: Side
  readonly after: Side
  readonly gpu: Side | undefined
}

/** Apart from those of the scenarios. */
const SEED = 100_000
/** Pictures that are drawn for each second of mixed wishes: enough for 32 memes a second, a quarter of which want a new one. */
const NEW_PER_SECOND = 8

const goals: Readonly<Record<ThroughputId, Omit<ThroughputGoal, 'id'>>> = {
  'mixed-32': { name: '32 mixed jobs at once', what: `of eight: ${mixtureWords}` },
  'batch-captions': { name: 'batch: one picture, 100 captions', what: 'a captioned picture, uploaded before' },
  'batch-pictures': { name: 'batch: 100 pictures', what: 'captioned pictures never seen, uploaded before' },
  'clients-template': {
    name: '8 clients, one template',
    what: 'a template and new words each time, 1024 × 768 JPEG',
    targetPerSecond: 50,
  },
  'clients-mixed': { name: '8 clients, mixed', what: `of eight: ${mixtureWords}` },
}

const ofTemplate: readonly ThroughputId[] = ['mixed-32', 'clients-template', 'clients-mixed']

async function captionsBatch(client: LeanClient, count: number): Promise<Load> {
  const uploadId = await client.upload(benchPicture(SEED + 7000, oldWords))
  const items: BatchWish[] = Array.from({ length: count }, () => ({ captions: unseenWords() }))
  return oneBatch(client, items, { source: { uploadId } })
}

async function picturesBatch(client: LeanClient, count: number): Promise<Load> {
  const items: BatchWish[] = []
  for (let k = 0; k < count; k++) {
    const uploadId = await client.upload(benchPicture(SEED + 8000 + k, oldWords))
    items.push({ source: { uploadId }, captions: unseenWords() })
  }
  return oneBatch(client, items)
}

/**
 * Measures many memes at once, and tells it as it goes. Only the 32 are done by "before" as well, with a quarter of them: one after the other at seconds
 * each, more would only take longer.
 * @param withoutBefore ends "before": what follows has the machine for itself
 */
export async function throughput(
  { before, after, gpu }: Sides,
  { only, quick, seconds }: BenchOptions,
  withoutBefore: () => Promise<void>,
): Promise<readonly ThroughputResult[]> {
  const wanted = (id: ThroughputId) => only.length === 0 || only.includes(id)
  if (!throughputIds.some(wanted)) return []
  const results: ThroughputResult[] = []
  const tell = (id: ThroughputId, loads: { readonly after: Load; readonly before?: Load; readonly gpu?: Load }) => {
    const result = throughputResult({ id, ...goals[id] }, loads)
    results.push(result)
    console.log(throughputLine(result))
  }
  const both = async (work: (client: LeanClient) => Promise<Load>) => ({
    after: await work(after.client),
    ...(gpu ? { gpu: await work(gpu.client) } : {}),
  })
  if (ofTemplate.some(wanted)) for (const side of gpu ? [after, gpu] : [after]) await publishTemplate1024(side.stack)

  if (wanted('mixed-32')) {
    const wishes = (seed: number, templateId: string | null) => mixedWishes(seed, quick ? 2 : 32, templateId)
    const loads = await both((client) => allAtOnce(client, wishes(SEED, template1024), quick ? 8 : 32, quick ? 1 : 3))
    tell('mixed-32', { ...loads, before: await allAtOnce(before.client, wishes(SEED, null), 8, 1) })
  }
  await withoutBefore()
  if (wanted('batch-captions')) tell('batch-captions', await both((client) => captionsBatch(client, quick ? 4 : 100)))
  if (wanted('batch-pictures')) tell('batch-pictures', await both((client) => picturesBatch(client, quick ? 2 : 100)))
  const warmUpSeconds = quick ? 0 : 5
  const eight = { clients: 8, seconds, warmUpSeconds }
  if (wanted('clients-template'))
    tell('clients-template', await both((client) => clientsFor(client, templateWishes(template1024), eight)))
  if (wanted('clients-mixed')) {
    const wishes = () =>
      mixedWishes(SEED + 20_000, quick ? 2 : Math.ceil((seconds + warmUpSeconds) * NEW_PER_SECOND), template1024)
    tell('clients-mixed', await both((client) => clientsFor(client, wishes(), eight)))
  }
  return results
}
