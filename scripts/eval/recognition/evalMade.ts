import { writeFile } from 'node:fs/promises'
import type { EvalArgs } from '#scripts/eval'
import { type SheetTile, writeContactSheet } from '#scripts/eval/contactSheet'
import { percentile } from '#scripts/eval/percentile'
import { type FolderGallery, templateOf } from '#scripts/eval/recognition/galleryFolder'
import { madeUpload, uploadKinds } from '#scripts/eval/recognition/madeUploads'
import { recogniseProbe, type TemplateGallery, type TemplateMatch } from '#workers/recognise/recognise'
import { probeUpload } from '#workers/recognise/uploadProbe'

interface Answer {
  readonly id: string
  readonly kind: string
  readonly matches: readonly TemplateMatch[]
  /** With its own template taken out of the gallery: whatever is accepted then is wrong. */
  readonly without: readonly TemplateMatch[]
  readonly ms: number
}

/** As if the template were not there. */
const without = (gallery: FolderGallery, template: string): TemplateGallery => {
  const others = <T extends { readonly id: string }>(found: readonly T[], count: number) =>
    found.filter(({ id }) => templateOf(id) !== template).slice(0, count)
  return {
    candidates: async (queries, count) => others(await gallery.candidates(queries, count + 2), count),
    sharing: async (corners, count) => others(await gallery.sharing(corners, count + 2), count),
    print: gallery.print,
  }
}

/** Numbers 0..1, the same for the same seed. */
function seeded(seed: number): () => number {
  let state = Math.imul(seed + 1, 2654435761) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * `--made N`: N uploads made of each template of the gallery, in turn of every kind, recognised with their template in the gallery and without. Words
 * are not read before. `recallAccepted`: right at the threshold; `wrong`: another template accepted; `falseSwapRate`: any accepted though its own is not there.
 */
export async function evalMade(args: EvalArgs, gallery: FolderGallery, threshold: number): Promise<void> {
  const answers: Answer[] = []
  const tiles: SheetTile[] = []
  const real = gallery.ids.filter((id) => !id.startsWith('made-up'))
  for (let k = 0; k < real.length * Number(args.made); k++) {
    const id = real[k % real.length]!
    const kind = uploadKinds[k % uploadKinds.length]!
    const template = await gallery.picture(id)
    const upload = await madeUpload(template, kind, seeded(k))
    if (k === 0) await recogniseProbe(await probeUpload(upload, []), gallery)
    const startedAt = performance.now()
    const probe = await probeUpload(upload, [])
    const matches = await recogniseProbe(probe, gallery)
    const ms = performance.now() - startedAt
    const answer = { id, kind, matches, without: await recogniseProbe(probe, without(gallery, templateOf(id))), ms }
    answers.push(answer)
    if (isRight(answer, threshold) && !isAccepted(answer.without, threshold)) continue
    console.error(wordsFor(answer))
    if (args.sheet === undefined) continue
    const shown = [answer.matches[0], answer.without[0]].find((match) => match !== undefined && real.includes(match.id))
    tiles.push({ bitmap: upload, notes: [wordsFor(answer)] }, { bitmap: template, notes: [id] })
    tiles.push({ bitmap: shown === undefined ? template : await gallery.picture(shown.id), notes: [shown?.id ?? ''] })
  }
  console.table(
    Object.fromEntries(uploadKinds.map((kind) => [kind, ratesOf(answers.filter((one) => one.kind === kind))])),
  )
  const times = answers.map(({ ms }) => ms)
  const result = {
    ...ratesOf(answers),
    threshold,
    msP50: percentile(times, 0.5),
    msP95: percentile(times, 0.95),
    pictures: gallery.ids.length,
  }
  console.log(JSON.stringify(result))
  if (args.json !== undefined) await writeFile(args.json, `${JSON.stringify(result)}\n`)
  if (args.sheet !== undefined) await writeContactSheet(args.sheet, tiles, { columns: 3, tileWidthPx: 300 })

  function ratesOf(some: readonly Answer[]) {
    const share = (holds: (answer: Answer) => boolean) => Number((some.filter(holds).length / some.length).toFixed(4))
    return {
      n: some.length,
      recallAt1: share(({ id, matches }) => matches[0] !== undefined && templateOf(matches[0].id) === templateOf(id)),
      recallAccepted: share((answer) => isRight(answer, threshold)),
      wrong: share((answer) => isAccepted(answer.matches, threshold) && !isRight(answer, threshold)),
      falseSwapRate: share((answer) => isAccepted(answer.without, threshold)),
    }
  }
}

const isAccepted = (matches: readonly TemplateMatch[], threshold: number): boolean =>
  (matches[0]?.confidence ?? 0) >= threshold

const isRight = ({ id, matches }: Answer, threshold: number): boolean =>
  isAccepted(matches, threshold) && templateOf(matches[0]!.id) === templateOf(id)

function wordsFor({ id, kind, matches, without: others }: Answer): string {
  const names = (some: readonly TemplateMatch[]) =>
    some.map((match) => `${match.id} ${match.confidence.toFixed(2)}`).join(', ') || 'none'
  return `${kind} of ${id}: got ${names(matches)}; without it ${names(others)}`
}
