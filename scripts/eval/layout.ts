import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '#core/errors'
import { legiblePx } from '#core/lettering/layoutCaptions'
import type { CaptionLayout } from '#core/lettering/types'
import { defaultStyle } from '#core/style'
import type { EvalArgs } from '#scripts/eval'
import { type SheetTile, writeContactSheet } from '#scripts/eval/contactSheet'
import { placementFor } from '#scripts/eval/layout/cases'
import { drawnOverflow } from '#scripts/eval/layout/drawnOverflow'
import { lostWords } from '#scripts/eval/layout/lostWords'
import { missingGlyphs } from '#scripts/eval/layout/missingGlyphs'
import { layoutTile } from '#scripts/eval/layout/tile'
import { percentile } from '#scripts/eval/percentile'
import { config } from '#store/config'
import { createLettering } from '#workers/lettering/createLettering'

const rowSchema = z.object({ boxes: z.array(z.string()) })
const fonts = ['anton', 'noto-sans', 'comic'] as const
/** On the contact sheet, spread evenly over the file. */
const maxTiles = 60

async function readRows(path: string): Promise<readonly (readonly string[])[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => rowSchema.parse(JSON.parse(line)).boxes)
}

/** Pixels of ink, inside of the box or not, are looked at for each caption; a picture's edge is a box's edge at most. */
function insidePicture({ box }: CaptionLayout, width: number, height: number): boolean {
  const slack = 0.01
  if (box.angle !== 0) return true
  return (
    box.xPx >= -slack &&
    box.yPx >= -slack &&
    box.xPx + box.widthPx <= width + slack &&
    box.yPx + box.heightPx <= height + slack
  )
}

/**
 * Lays out and draws every row of a captions file in pictures of many shapes, and counts what must not be: ink outside of
 * boxes, missing glyphs, lost words. Captions too long for their place are problems with a name, printed and not counted.
 * `minFontPx` is on the scale of `limits.min_font_px`: as if the picture's longest side were 1024.
 */
export async function evalLayout({ captions: path, json, sheet }: EvalArgs): Promise<void> {
  if (path === undefined) throw new Error('Say which captions: --captions FILE.jsonl')
  const { cache, limits } = config()
  const lettering = createLettering(cache)
  const fontLoader = createLettering(cache)
  const rows = await readRows(path)
  const totals = { captions: 0, overflows: 0, missingGlyphs: 0, lostWords: 0, problems: 0 }
  const times: number[] = []
  const sizes: number[] = []
  const sheetTiles: SheetTile[] = []
  for (const [index, captions] of rows.entries()) {
    const style = { ...defaultStyle, font: fonts[index % 9 === 4 ? 1 : index % 11 === 6 ? 2 : 0] }
    try {
      const placement = placementFor(captions, index)
      const backgrounds = placement.places.map((place) =>
        place === null ? null : { color: '#ffffff', flat: place.kind === 'bar' },
      )
      const styles = captions.map(() => style)
      const input = { captions, placement, styles, backgrounds, minFontPx: limits.min_font_px }
      // Font files are read once per process: a worker has met most of them, and this one does before the clock starts.
      fontLoader.layout(input)
      const startedAt = performance.now()
      const layouts = lettering.layout(input)
      const drawn = layouts.filter((layout) => layout !== null)
      times.push(...drawn.map(() => (performance.now() - startedAt) / drawn.length))
      for (const [caption, layout] of layouts.entries()) {
        if (layout === null) continue
        const outside = drawnOverflow(layout)
        const missing = missingGlyphs(layout)
        const lost = lostWords(captions[caption]!, layout, style.letterCase === 'upper')
        const overflows = outside > 0 || !insidePicture(layout, placement.width, placement.height)
        if (overflows || missing > 0 || lost > 0) {
          console.error(
            `row ${index + 1}, caption ${caption + 1}: ${outside} px outside, ${missing} glyphs missing, ${lost} words lost: ${captions[caption]}`,
          )
        }
        totals.captions += 1
        totals.overflows += overflows ? 1 : 0
        totals.missingGlyphs += missing
        totals.lostWords += lost
        sizes.push(
          (layout.fontPx * limits.min_font_px) / legiblePx(limits.min_font_px, placement.width, placement.height),
        )
      }
      if (sheet !== undefined && index % Math.ceil(rows.length / maxTiles) === 0) {
        sheetTiles.push(layoutTile(placement, drawn, `row ${index + 1}`))
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      totals.problems += 1
      console.error(`row ${index + 1}: ${error.code}: ${error.message}: ${JSON.stringify(captions)}`)
    }
  }
  const { problems, ...counts } = totals
  const result = {
    ...counts,
    minFontPx: Number(Math.min(...sizes).toFixed(1)),
    msP50: Number(percentile(times, 0.5).toFixed(2)),
  }
  console.error(`${problems} of ${rows.length} rows are problems with a name`)
  console.log(JSON.stringify(result))
  if (json !== undefined) await writeFile(json, `${JSON.stringify(result)}\n`)
  if (sheet !== undefined) await writeContactSheet(sheet, sheetTiles, { columns: 6, tileWidthPx: 320 })
}
