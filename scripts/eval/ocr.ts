import { writeFile } from 'node:fs/promises'
import { type BoxPx, toPx } from '#core/box'
import type { EvalArgs } from '#scripts/eval'
import { escapeXml, type SheetTile, writeContactSheet } from '#scripts/eval/contactSheet'
import { type RectanglePx, readDataset, readPicture } from '#scripts/eval/dataset'
import { percentile } from '#scripts/eval/percentile'
import { linesWithPlace, scorePage } from '#scripts/eval/textScore'
import { config } from '#store/config'
import { createTextReader } from '#workers/stages/readText'

/** The upright rectangle around a turned one. */
function uprightAround({ xPx, yPx, widthPx, heightPx, angle }: BoxPx): RectanglePx {
  const cos = Math.abs(Math.cos((angle * Math.PI) / 180))
  const sin = Math.abs(Math.sin((angle * Math.PI) / 180))
  const width = widthPx * cos + heightPx * sin
  const height = widthPx * sin + heightPx * cos
  return [xPx + (widthPx - width) / 2, yPx + (heightPx - height) / 2, width, height]
}

const frame = ([x, y, width, height]: RectanglePx, colour: string, turn = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="${colour}" stroke-width="1.5" ${turn}/>`

/**
 * How well text is found and read on a labelled set: line recall and precision, page character error rate (sum of
 * edits over sum of characters) and milliseconds from decoded pixels to lines. Recall and precision are null where the
 * labels say no places. The contact sheet shows the worst pages first: labels green, or red when missed; lines read blue, or
 * purple when they are false alarms.
 */
export async function evalOcr({ set, json, sheet }: EvalArgs): Promise<void> {
  if (set === undefined) throw new Error('--set DIR is missing: a folder with labels.jsonl')
  const settings = config()
  const pictures = await readDataset(set)
  const reader = await createTextReader(settings)
  const totals = { labelled: 0, hits: 0, found: 0, foundHits: 0, edits: 0, characters: 0 }
  const times: number[] = []
  const tiles: { readonly faults: number; readonly tile: SheetTile }[] = []
  for (const picture of pictures) {
    const bitmap = await readPicture(picture.imagePath, settings.image_processing.max_processing_dimension)
    // The first picture also warms the models up.
    if (times.length === 0) await reader.readText(bitmap)
    const start = performance.now()
    const all = await reader.readText(bitmap)
    times.push(performance.now() - start)
    const lines = all.filter(({ confidence }) => confidence >= settings.ocr.confidence_threshold)
    const boxes = lines.map(({ box }) => toPx(box, picture.width, picture.height))
    const read = lines.map(({ text }, index) => ({ text, box: uprightAround(boxes[index]!) }))
    const score = scorePage(picture, read)
    totals.labelled += score.labelled
    totals.hits += score.hits
    totals.found += score.found
    totals.foundHits += score.found === 0 ? 0 : score.hits
    totals.edits += score.edits
    totals.characters += score.characters
    if (sheet === undefined) continue
    const scale = `scale(${bitmap.width / picture.width} ${bitmap.height / picture.height})`
    const labels = linesWithPlace(picture)
    const marks = [
      ...labels.map(({ box }, i) => (box === null ? '' : frame(box, score.missed.includes(i) ? '#f00' : '#0f0'))),
      ...boxes.map((box, i) => {
        const centre = `${box.xPx + box.widthPx / 2} ${box.yPx + box.heightPx / 2}`
        const colour = score.falseAlarms.includes(i) ? '#f0f' : '#0af'
        return frame(
          [box.xPx, box.yPx, box.widthPx, box.heightPx],
          colour,
          `transform="rotate(${box.angle} ${centre})"`,
        )
      }),
    ]
    const faults = score.missed.length + score.falseAlarms.length + score.edits / 10
    const tile = {
      bitmap,
      overlay: `<g transform="${escapeXml(scale)}">${marks.join('')}</g>`,
      notes: [
        `${picture.image} ${picture.transform.kind} missed ${score.missed.length} false ${score.falseAlarms.length} edits ${score.edits} ms ${times.at(-1)!.toFixed(0)}`,
        ...lines.map(({ text, confidence }) => `${confidence.toFixed(2)} ${text}`),
        ...score.missed.map((index) => `missed: ${labels[index]!.text}`),
      ],
    }
    tiles.push({ faults, tile })
  }
  await reader.close()
  const ratio = (part: number, whole: number) => (whole === 0 ? null : Number((part / whole).toFixed(4)))
  const result = {
    recall: ratio(totals.hits, totals.labelled),
    precision: ratio(totals.foundHits, totals.found),
    cer: ratio(totals.edits, totals.characters),
    msP50: Number(percentile(times, 0.5).toFixed(1)),
    msP95: Number(percentile(times, 0.95).toFixed(1)),
    n: pictures.length,
  }
  console.log(JSON.stringify(result))
  if (json !== undefined) await writeFile(json, `${JSON.stringify(result)}\n`)
  if (sheet === undefined) return
  const worstFirst = tiles.sort((a, b) => b.faults - a.faults).map(({ tile }) => tile)
  await writeContactSheet(sheet, worstFirst, { columns: 5, tileWidthPx: 380 })
}
