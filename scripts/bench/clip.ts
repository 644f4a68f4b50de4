/** `npm run bench:clip`: how many pictures and texts CLIP embeds per second, for each kind of weights and each batch. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { writeModelFolder } from '#e2e/support/clipModelFolder'
import { config } from '#store/config'
import { candidates } from '#workers/models/clip/candidates'
import type { Dtype } from '#workers/models/clip/modelFiles'
import { type Engine, startEngine } from '#workers/models/engine'
import { hasGpuDevice } from '#workers/models/gpuDevice'
import { providersFor } from '#workers/models/providers'
import { median } from './statistics'

const { values } = parseArgs({
  options: {
    dtypes: { type: 'string', default: hasGpuDevice() ? 'fp16,fp32,int8' : 'int8,fp32' },
    batches: { type: 'string', default: '1,2,4,8,16,32,64' },
    rounds: { type: 'string', default: '5' },
    // A batch that takes longer than this is the last of its row.
    seconds: { type: 'string', default: '5' },
    json: { type: 'string' },
  },
})

interface Row {
  readonly provider: string
  readonly dtype: Dtype
  readonly what: 'image' | 'text'
  readonly loadMs: number
  readonly perSecond: readonly { readonly batch: number; readonly rate: number }[]
}

const batches = values.batches.split(',').map(Number)
const rounds = Number(values.rounds)
const patienceMs = Number(values.seconds) * 1000

async function timedMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function rates(run: (batch: number) => Promise<unknown>): Promise<Row['perSecond']> {
  const found: { batch: number; rate: number }[] = []
  for (const batch of batches) {
    const firstMs = await timedMs(() => run(batch))
    const slow = firstMs > patienceMs
    const times: number[] = []
    for (let round = 0; round < (slow ? 1 : rounds); round++) times.push(await timedMs(() => run(batch)))
    found.push({ batch, rate: (1000 * batch) / median(times) })
    if (slow) break
  }
  return found
}

/** Eight words, as a search has: with start and end ten tokens of the real tokenizer. */
const words = 'do cat do cat do cat do cat'

async function measureTower(engine: Engine, directory: string, dtype: Dtype, what: Row['what']): Promise<Row> {
  const tower = what === 'image' ? 'vision' : 'text'
  const ways = candidates(new Set([dtype]), { ...providersFor(true), halfPrecision: true })
  const threads = config().workers.ocr_threads
  const opened = await engine.run('openClipTower', { directory, tower, candidates: ways, threads })
  const { handle, provider, loadMs } = opened
  for (const { provider: refused, why } of opened.refused) console.log(`${refused}: ${why}`)
  const square = new Uint8Array(3 * 224 * 224).map((_, index) => (index * 7919) % 251)
  const run = (count: number) =>
    tower === 'text'
      ? engine.run('embedTexts', { handle, texts: Array<string>(count).fill(words) })
      : engine.run('embedSquares', { handle, squares: Buffer.concat(Array<Uint8Array>(count).fill(square)) })
  await run(1)
  const perSecond = await rates(run)
  await engine.run('closeClipTower', handle)
  return { provider, dtype, what, loadMs, perSecond }
}

function printTable(rows: readonly Row[]): void {
  console.log(
    `\n| what, per second | runs on | weights | load | ${batches.map((batch) => `batch ${batch}`).join(' | ')} |`,
  )
  console.log(`|---|---|---|---|${batches.map(() => '---|').join('')}`)
  for (const { what, provider, dtype, loadMs, perSecond } of rows) {
    const cells = batches.map((batch) => perSecond.find((cell) => cell.batch === batch)?.rate.toFixed(1) ?? '–')
    console.log(`| ${what}s | ${provider} | ${dtype} | ${(loadMs / 1000).toFixed(1)} s | ${cells.join(' | ')} |`)
  }
}

const directory = mkdtempSync(path.join(os.tmpdir(), 'memezap-bench-clip-'))
const rows: Row[] = []
try {
  for (const dtype of values.dtypes.split(',') as Dtype[]) {
    console.log(`Writing random weights of the size of ViT-B/16, ${dtype}`)
    writeModelFolder(directory, { fullSize: true, dtypes: [dtype] })
    const engine = startEngine()
    for (const what of ['image', 'text'] as const) rows.push(await measureTower(engine, directory, dtype, what))
    await engine.close()
  }
} finally {
  rmSync(directory, { recursive: true, force: true })
}
const device = { processor: os.cpus()[0]?.model, cores: os.cpus().length, threads: config().workers.ocr_threads }
printTable(rows)
console.log(JSON.stringify(device))
if (values.json) writeFileSync(values.json, `${JSON.stringify({ device, rows }, null, 2)}\n`)
