import { writeFile } from 'node:fs/promises'
import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import type { EvalArgs } from '#scripts/eval'
import { type SheetTile, writeContactSheet } from '#scripts/eval/contactSheet'
import { type LabelledPicture, readDataset, readPicture } from '#scripts/eval/dataset'
import { psnr, ssim } from '#scripts/eval/removal/fidelity'
import { labelMask } from '#scripts/eval/removal/labelMask'
import { openLineReader } from '#scripts/eval/removal/lineReader'
import { evalRestoration } from '#scripts/eval/removal/restoration'
import { pictureMask } from '#workers/inpaint/pictureMask'
import type { RemovalOptions, RemovalResult } from '#workers/inpaint/types'
import { removeText } from '#workers/stages/removeText'

/** One picture's, or one caption's, figures: before = the captioned picture itself, after = with its words removed. */
interface Figures {
  readonly style: string
  readonly before: number
  readonly after: number
  readonly ssimBefore: number
  readonly ssimAfter: number
}

interface Row {
  readonly picture: LabelledPicture
  readonly whole: Figures
  readonly captions: readonly Figures[]
  readonly psnrOutside: number
  readonly changedOutside: number
  readonly ms: number
  readonly tiles: readonly SheetTile[]
}

const mean = (values: readonly number[]): number => {
  const finite = values.filter(Number.isFinite)
  return finite.reduce((sum, value) => sum + value, 0) / Math.max(1, finite.length)
}
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/**
 * Removes the words of every picture that has a clean one, and compares; with `--gallery` as for uploads that show one of its templates
 * (`evalRestoration`). The lines come from the real reader, or from the labels with
 * `--oracle`. `msP50` is mask and fill, without reading.
 */
export async function evalRemoval(args: EvalArgs): Promise<void> {
  const { set, gallery } = args
  if (set === undefined) throw new Error('--set DIR is missing')
  if (gallery !== undefined) return evalRestoration({ ...args, set, gallery })
  const options: RemovalOptions = {
    engine: args.engine === 'opencv' ? 'opencv' : 'pyramid',
    fast: args.careful !== true,
    maxDimension: 1024,
  }
  const reader = await openLineReader(args.oracle === true)
  const rows: Row[] = []
  try {
    for (const picture of await readDataset(set)) {
      if (picture.cleanPath === null) continue
      const bitmap = await readPicture(picture.imagePath)
      const clean = await readPicture(picture.cleanPath)
      const lines = await reader.read(bitmap, picture)
      rows.push(await measure(picture, bitmap, clean, lines, options, args.sheet !== undefined))
    }
  } finally {
    await reader.close()
  }
  print(rows)
  const result = {
    psnrMask: mean(rows.map((row) => row.whole.after)),
    ssimMask: mean(rows.map((row) => row.whole.ssimAfter)),
    psnrOutside: mean(rows.map((row) => row.psnrOutside)),
    msP50: median(rows.map((row) => row.ms)),
    n: rows.length,
  }
  console.log(JSON.stringify(result))
  if (args.json !== undefined) await writeFile(args.json, `${JSON.stringify(result)}\n`)
  if (args.sheet !== undefined) {
    await writeContactSheet(
      args.sheet,
      rows.flatMap((row) => row.tiles),
      { columns: 8, tileWidthPx: 380 },
    )
  }
}

async function measure(
  picture: LabelledPicture,
  bitmap: Bitmap,
  clean: Bitmap,
  lines: readonly TextLine[],
  options: RemovalOptions,
  withTiles: boolean,
): Promise<Row> {
  const { width, height } = bitmap
  const start = performance.now()
  const removed = await removeText(bitmap, lines, options)
  const ms = performance.now() - start
  const ownMask = pictureMask(bitmap, lines, options.maxDimension)
  const judge = (style: string, captions: LabelledPicture['captions']): Figures => {
    const mask = labelMask(captions, width, height)
    return {
      style,
      before: psnr(bitmap, clean, mask, 1),
      after: psnr(removed.bitmap, clean, mask, 1),
      ssimBefore: ssim(bitmap, clean, mask),
      ssimAfter: ssim(removed.bitmap, clean, mask),
    }
  }
  const row = {
    picture,
    whole: judge('all', picture.captions),
    captions: picture.captions.map((caption) => judge(caption.style, [caption])),
    psnrOutside: psnr(removed.bitmap, clean, labelMask(picture.captions, width, height), 0),
    changedOutside: changedOutside(bitmap, removed.bitmap, ownMask),
    ms,
  }
  return { ...row, tiles: withTiles ? tilesOf(row, bitmap, ownMask, removed, clean) : [] }
}

/** Pixels that changed although our own mask leaves them out: must be 0. */
function changedOutside(before: Bitmap, after: Bitmap, mask: Uint8Array): number {
  let changed = 0
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] !== 0) continue
    const p = i * before.channels
    for (let c = 0; c < before.channels; c++) {
      if (before.data[p + c] !== after.data[p + c]) {
        changed++
        break
      }
    }
  }
  return changed
}

/** The picture, with our mask over it, without its words, and as it really was. */
function tilesOf(
  row: Omit<Row, 'tiles'>,
  bitmap: Bitmap,
  mask: Uint8Array,
  removed: RemovalResult,
  clean: Bitmap,
): readonly SheetTile[] {
  const marked = Uint8Array.from(bitmap.data)
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue
    const tint = mask[i] === 1 ? [255, 0, 200] : [0, 200, 0]
    for (let c = 0; c < 3; c++) marked[i * 3 + c] = (marked[i * 3 + c]! + 2 * tint[c]!) / 3
  }
  const styles = row.captions.map((caption) => `${caption.style} ${caption.after.toFixed(1)}`).join(', ')
  return [
    { bitmap, notes: [`${row.picture.image.slice(-8)} ${row.picture.transform.kind}`] },
    { bitmap: { ...bitmap, data: marked }, notes: [removed.methods.join(' ')] },
    { bitmap: removed.bitmap, notes: [`${row.whole.before.toFixed(1)} > ${row.whole.after.toFixed(1)} dB: ${styles}`] },
    { bitmap: clean, notes: [''] },
  ]
}

function print(rows: readonly Row[]): void {
  const all = rows.flatMap((row) => row.captions)
  const groups = [
    { style: 'pictures', figures: rows.map((row) => row.whole) },
    ...[...new Set(all.map((figures) => figures.style))].map((style) => ({
      style: `${style} captions`,
      figures: all.filter((figures) => figures.style === style),
    })),
  ]
  console.table(
    Object.fromEntries(
      groups.map(({ style, figures }) => [
        style,
        {
          n: figures.length,
          'PSNR of the input': mean(figures.map((f) => f.before)).toFixed(2),
          'PSNR removed': mean(figures.map((f) => f.after)).toFixed(2),
          'SSIM of the input': mean(figures.map((f) => f.ssimBefore)).toFixed(3),
          'SSIM removed': mean(figures.map((f) => f.ssimAfter)).toFixed(3),
        },
      ]),
    ),
  )
  const changed = rows.reduce((sum, row) => sum + row.changedOutside, 0)
  console.log(`pixels changed outside our own mask: ${changed}`)
}
