import type { Bitmap } from '#core/bitmap'
import type { CaptionLayout } from '#core/lettering/types'
import type { Placement } from '#core/place/types'
import { escapeXml, type SheetTile } from '#scripts/eval/contactSheet'
import { extendCanvas } from '#workers/lettering/extendCanvas'
import { drawOnBitmap } from '#workers/lettering/patches'

/** A plain slope of colours, so that only the lettering is looked at. */
function slope(width: number, height: number): Bitmap {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const offset = (y * width + x) * 3
      data[offset] = 60 + (90 * x) / width
      data[offset + 1] = 120 - (50 * y) / height
      data[offset + 2] = 160 - (80 * x) / width
    }
  }
  return { data, width, height, channels: 3 }
}

/** One laid-out meme for the contact sheet, its captions' boxes in outline. */
export function layoutTile(placement: Placement, layouts: readonly CaptionLayout[], note: string): SheetTile {
  const { addTopPx, addBottomPx } = placement.canvas
  const bitmap = extendCanvas(slope(placement.width, placement.height - addTopPx - addBottomPx), placement, true)
  drawOnBitmap(bitmap, layouts)
  const boxes = layouts.map(({ box }) => {
    const centre = `${box.xPx + box.widthPx / 2} ${box.yPx + box.heightPx / 2}`
    const place = `x="${box.xPx}" y="${box.yPx}" width="${box.widthPx}" height="${box.heightPx}"`
    return `<rect ${place} fill="none" stroke="#f0f" stroke-width="1" transform="rotate(${box.angle} ${centre})"/>`
  })
  return { bitmap, overlay: boxes.join(''), notes: [escapeXml(note)] }
}
