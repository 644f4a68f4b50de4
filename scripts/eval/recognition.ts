import { readFile, writeFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { configSchema } from '#core/config'
import type { EvalArgs } from '#scripts/eval'
import { type SheetTile, writeContactSheet } from '#scripts/eval/contactSheet'
import { type LabelledPicture, readDataset, readPicture } from '#scripts/eval/dataset'
import { percentile } from '#scripts/eval/percentile'
import { evalMade } from '#scripts/eval/recognition/evalMade'
import { type FolderGallery, readGallery, templateOf } from '#scripts/eval/recognition/galleryFolder'
import { oracleLines } from '#scripts/eval/removal/oracleLines'
import { recognise, type TemplateMatch } from '#workers/recognise/recognise'

interface Answer {
  readonly picture: LabelledPicture
  readonly matches: readonly TemplateMatch[]
  readonly ms: number
}

const thresholds = [0.05, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99]
const round = (value: number): number => Number(value.toFixed(4))

/**
 * How often the right template is found, and how often a wrong one. `recallAt1`, `recallAt3`: positives whose first (first three) answers
 * hold their template, at whatever confidence. `recallAccepted`: whose first answer is right and reaches `threshold`, the default one.
 * `falseSwapRate`: the larger of `negativesAccepted` (share of negatives given any template at the threshold) and `positivesWrong` (share of
 * positives given a wrong one). `msP50`, `msP95`: from decoded pixels (1024 px at most) to the answer. Words are not read before, unless
 * `--oracle` hands over the labels' lines. `--made N` measures on uploads of our own making (`evalMade`). `--distractors N` puts N made-up templates into the gallery.
 */
export async function evalRecognition(args: EvalArgs): Promise<void> {
  if (args.gallery === undefined) throw new Error('Say --gallery DIR')
  const config = configSchema.parse(parse(await readFile('config.yaml', 'utf8')))
  const gallery = await readGallery(args.gallery, Number(args.distractors ?? 0))
  const threshold = config.vector_db.similarity_threshold
  if (args.made !== undefined) return evalMade(args, gallery, threshold)
  if (args.set === undefined) throw new Error('Say --set DIR or --made N')
  const pictures = [
    ...(await readDataset(args.set)),
    ...(args.negatives === undefined ? [] : await readDataset(args.negatives)),
  ]
  const answers: Answer[] = []
  for (const picture of pictures) {
    const bitmap = await readPicture(picture.imagePath, config.image_processing.max_processing_dimension)
    const lines = args.oracle === true ? oracleLines(picture) : []
    // Once unmeasured, so that the code is compiled.
    if (answers.length === 0) await recognise(bitmap, lines, gallery)
    const startedAt = performance.now()
    const matches = await recognise(bitmap, lines, gallery)
    answers.push({ picture, matches, ms: performance.now() - startedAt })
  }
  const positives = answers.filter(({ picture }) => picture.template !== null)
  const negatives = answers.filter(({ picture }) => picture.template === null)
  const atDefault = ratesAt(threshold, positives, negatives)
  const times = answers.map(({ ms }) => ms)
  const result = {
    recallAt1: round(share(positives, (answer) => isRight(answer, 1))),
    recallAt3: round(share(positives, (answer) => isRight(answer, 3))),
    recallAccepted: atDefault.recall,
    falseSwapRate: Math.max(atDefault.negativesAccepted, atDefault.positivesWrong),
    negativesAccepted: atDefault.negativesAccepted,
    positivesWrong: atDefault.positivesWrong,
    threshold,
    msP50: round(percentile(times, 0.5)),
    msP95: round(percentile(times, 0.95)),
    pictures: gallery.ids.length,
    curve: thresholds.map((at) => ratesAt(at, positives, negatives)),
  }
  console.table(result.curve)
  for (const answer of answers.filter((one) => isFault(one, threshold))) console.error(wordsFor(answer))
  console.log(JSON.stringify(result))
  if (args.json !== undefined) await writeFile(args.json, `${JSON.stringify(result)}\n`)
  if (args.sheet !== undefined) await writeFaults(args.sheet, answers, threshold, gallery)
}

const share = (answers: readonly Answer[], holds: (answer: Answer) => boolean): number =>
  answers.length === 0 ? 0 : answers.filter(holds).length / answers.length

const isRight = ({ picture, matches }: Answer, first: number): boolean =>
  templatesOf(matches)
    .slice(0, first)
    .some((id) => id === picture.template)

/** A template that answers with two of its pictures is one answer. */
const templatesOf = (matches: readonly TemplateMatch[]): readonly string[] => [
  ...new Set(matches.map(({ id }) => templateOf(id))),
]

function ratesAt(threshold: number, positives: readonly Answer[], negatives: readonly Answer[]) {
  const isAccepted = ({ matches }: Answer): boolean => (matches[0]?.confidence ?? 0) >= threshold
  return {
    threshold,
    recall: round(share(positives, (answer) => isAccepted(answer) && isRight(answer, 1))),
    negativesAccepted: round(share(negatives, isAccepted)),
    positivesWrong: round(share(positives, (answer) => isAccepted(answer) && !isRight(answer, 1))),
  }
}

function isFault(answer: Answer, threshold: number): boolean {
  const accepted = (answer.matches[0]?.confidence ?? 0) >= threshold
  return answer.picture.template === null ? accepted : !accepted || !isRight(answer, 1)
}

const wordsFor = ({ picture, matches }: Answer): string =>
  `${picture.image} (${picture.transform.kind}) shows ${picture.template ?? 'no template'}, got ${
    matches.map(({ id, confidence }) => `${id} ${confidence.toFixed(2)}`).join(', ') || 'none'
  }`

/** Each fault beside the template that was answered, and the one that it shows. */
async function writeFaults(
  path: string,
  answers: readonly Answer[],
  threshold: number,
  gallery: FolderGallery,
): Promise<void> {
  const tiles: SheetTile[] = []
  for (const answer of answers.filter((one) => isFault(one, threshold))) {
    const upload = await readPicture(answer.picture.imagePath)
    const ids = [answer.matches[0]?.id, gallery.ids.find((id) => templateOf(id) === answer.picture.template)]
    tiles.push({ bitmap: upload, notes: [wordsFor(answer)] })
    for (const id of ids) {
      const shown = id === undefined || id.startsWith('made-up') ? undefined : id
      tiles.push({ bitmap: shown === undefined ? upload : await gallery.picture(shown), notes: [id ?? 'none'] })
    }
  }
  await writeContactSheet(path, tiles, { columns: 3, tileWidthPx: 300 })
}
