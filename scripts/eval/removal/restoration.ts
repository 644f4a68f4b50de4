import { readFile, writeFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Bitmap } from '#core/bitmap'
import { configSchema } from '#core/config'
import type { TextLine } from '#core/text'
import type { EvalArgs } from '#scripts/eval'
import { type SheetTile, writeContactSheet } from '#scripts/eval/contactSheet'
import { type LabelledPicture, readDataset, readPicture } from '#scripts/eval/dataset'
import { percentile } from '#scripts/eval/percentile'
import { type FolderGallery, readGallery, templateOf } from '#scripts/eval/recognition/galleryFolder'
import { psnr } from '#scripts/eval/removal/fidelity'
import { labelMask } from '#scripts/eval/removal/labelMask'
import { openLineReader } from '#scripts/eval/removal/lineReader'
import { recognise } from '#workers/recognise/recognise'
import { type Restoration, restore } from '#workers/recognise/restore'
import { removeText } from '#workers/stages/removeText'

const removal = { engine: 'pyramid', fast: true, maxDimension: 1024 } as const
/** Rows whose clean picture keeps the template's geometry and most of its detail. */
const mildKinds = new Set(['none', 'jpeg', 'rescale', 'colour', 'crop', 'border'])

interface Row {
  readonly picture: LabelledPicture
  /** PSNR in the mask, dB: of the input, with words removed without a template, and with the template. */
  readonly input: number
  readonly removed: number
  readonly restored: number
  /** Of the captions all of whose lines were restored. */
  readonly captions: readonly { readonly style: string; readonly restored: number }[]
  /** Words of the lines that were read, by index as in `result`. */
  readonly lines: readonly string[]
  readonly result: Restoration
  readonly ms: number
  readonly bitmap: Bitmap
  readonly after: Bitmap
  readonly clean: Bitmap
}

/**
 * `eval -- removal --gallery DIR`: how near to the clean picture an upload comes that is recognised (at the default threshold), with the
 * template's pixels under its words, and by inpainting where those do not fit. `psnrMask`: mean over the recognised rows with mild
 * transforms, in the labels' line boxes grown by 4 px. Which pictures were not recognised, and which lines fell back, is said before.
 */
export async function evalRestoration(
  args: EvalArgs & { readonly gallery: string; readonly set: string },
): Promise<void> {
  const threshold = configSchema.parse(parse(await readFile('config.yaml', 'utf8'))).vector_db.similarity_threshold
  const gallery = await readGallery(args.gallery)
  const reader = await openLineReader(args.oracle === true)
  const rows: Row[] = []
  try {
    for (const picture of await readDataset(args.set)) {
      if (picture.cleanPath === null) continue
      const bitmap = await readPicture(picture.imagePath)
      const lines = await reader.read(bitmap, picture)
      const row = await measure(picture, bitmap, lines, gallery, threshold)
      if (row !== null) rows.push(row)
      else console.error(`${picture.image} (${picture.transform.kind}) was not recognised as ${picture.template}`)
    }
  } finally {
    await reader.close()
  }
  const mild = rows.filter(({ picture }) => mildKinds.has(picture.transform.kind))
  print(rows)
  for (const row of rows) if (row.result.poor.length > 0) console.error(wordsFor(row))
  const result = {
    psnrMask: mean(mild.map(({ restored }) => restored)),
    psnrMaskInpainted: mean(mild.map(({ removed }) => removed)),
    psnrMaskAll: mean(rows.map(({ restored }) => restored)),
    n: mild.length,
    recognised: rows.length,
    linesRestored: rows.reduce((sum, { result: { restored } }) => sum + restored.length, 0),
    linesOwn: rows.reduce((sum, { result: { own } }) => sum + own.length, 0),
    linesPoor: rows.reduce((sum, { result: { poor } }) => sum + poor.length, 0),
    msP50: percentile(
      rows.map(({ ms }) => ms),
      0.5,
    ),
    msP95: percentile(
      rows.map(({ ms }) => ms),
      0.95,
    ),
  }
  console.log(JSON.stringify(result))
  if (args.json !== undefined) await writeFile(args.json, `${JSON.stringify(result)}\n`)
  if (args.sheet !== undefined) {
    await writeContactSheet(args.sheet, rows.toSorted((a, b) => a.restored - b.restored).flatMap(tilesOf), {
      columns: 6,
      tileWidthPx: 300,
    })
  }
}

/** Null when the picture was not recognised, or has no clean one to compare with. */
async function measure(
  picture: LabelledPicture,
  bitmap: Bitmap,
  lines: readonly TextLine[],
  gallery: FolderGallery,
  threshold: number,
): Promise<Row | null> {
  const [match] = await recognise(bitmap, lines, gallery)
  if (picture.cleanPath === null || match === undefined) return null
  if (match.confidence < threshold || templateOf(match.id) !== picture.template) return null
  const template = await gallery.picture(match.id)
  const startedAt = performance.now()
  const result = await restore(bitmap, lines, template, match.transform)
  const ms = performance.now() - startedAt
  const poor = result.poor.map((index) => lines[index]!)
  const { bitmap: after } = await removeText(result.bitmap, poor, removal)
  const { bitmap: inpainted } = await removeText(bitmap, lines, removal)
  const clean = await readPicture(picture.cleanPath)
  const psnrOf = (one: Bitmap, captions: LabelledPicture['captions']) =>
    psnr(one, clean, labelMask(captions, bitmap.width, bitmap.height), 1)
  return {
    picture,
    input: psnrOf(bitmap, picture.captions),
    removed: psnrOf(inpainted, picture.captions),
    restored: psnrOf(after, picture.captions),
    captions: picture.captions.map((caption) => ({ style: caption.style, restored: psnrOf(after, [caption]) })),
    lines: lines.map(({ text }) => text),
    result,
    ms,
    bitmap,
    after,
    clean,
  }
}

const mean = (values: readonly number[]): number => {
  const finite = values.filter(Number.isFinite)
  return Number((finite.reduce((sum, value) => sum + value, 0) / Math.max(1, finite.length)).toFixed(2))
}

function print(rows: readonly Row[]): void {
  const kinds = [...new Set(rows.map(({ picture }) => picture.transform.kind))]
  const table = (groups: readonly (readonly [string, readonly Row[]])[]) =>
    Object.fromEntries(
      groups.map(([name, group]) => [
        name,
        {
          n: group.length,
          input: mean(group.map(({ input }) => input)),
          inpainted: mean(group.map(({ removed }) => removed)),
          restored: mean(group.map(({ restored }) => restored)),
          lines: group.reduce((sum, { lines }) => sum + lines.length, 0),
          poor: group.reduce((sum, { result }) => sum + result.poor.length, 0),
        },
      ]),
    )
  console.table(table(kinds.map((kind) => [kind, rows.filter(({ picture }) => picture.transform.kind === kind)])))
  const captions = rows.flatMap((row) => row.captions)
  for (const style of new Set(captions.map((caption) => caption.style))) {
    const own = captions.filter((caption) => caption.style === style)
    console.log(`${style}: ${own.length} captions, ${mean(own.map(({ restored }) => restored))} dB`)
  }
}

const wordsFor = ({ picture, lines, result }: Row): string =>
  `${picture.image} (${picture.transform.kind}) on ${picture.template} fell back at ${result.poor.map((index) => JSON.stringify(lines[index])).join(', ')}`

/** The upload, what became of it, and the clean picture. */
const tilesOf = ({ picture, bitmap, after, clean, restored, removed, result }: Row): readonly SheetTile[] => [
  { bitmap, notes: [`${picture.image.slice(-8)} ${picture.transform.kind} ${picture.template}`] },
  {
    bitmap: after,
    notes: [
      `${removed.toFixed(1)} > ${restored.toFixed(1)} dB, ${result.restored.length} restored, ${result.own.length} own, ${result.poor.length} poor`,
    ],
  },
  { bitmap: clean, notes: ['clean'] },
]
