import sharp from 'sharp'
import type { Bitmap } from '#core/bitmap'

/** One picture of a contact sheet. `overlay` is SVG markup in the picture's own pixel coordinates. */
export interface SheetTile {
  readonly bitmap: Bitmap
  readonly overlay?: string
  /** Lines under the picture. */
  readonly notes?: readonly string[]
}

const noteHeightPx = 13
const gapPx = 6

/** Text as it may stand in SVG. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

/** Picture scaled to `widthPx`, with its overlay on it and its notes under it. */
async function drawTile(tile: SheetTile, widthPx: number): Promise<{ png: Buffer; heightPx: number }> {
  const { bitmap, overlay = '', notes = [] } = tile
  const pictureHeightPx = Math.max(1, Math.round((bitmap.height * widthPx) / bitmap.width))
  const heightPx = pictureHeightPx + notes.length * noteHeightPx + 4
  const texts = notes.map(
    (note, index) =>
      `<text x="2" y="${pictureHeightPx + (index + 1) * noteHeightPx - 2}" font-family="monospace" font-size="11">${escapeXml(note)}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">
    <svg width="${widthPx}" height="${pictureHeightPx}" viewBox="0 0 ${bitmap.width} ${bitmap.height}">${overlay}</svg>${texts.join('')}</svg>`
  const png = await sharp(bitmap.data, {
    raw: { width: bitmap.width, height: bitmap.height, channels: bitmap.channels },
  })
    .resize(widthPx, pictureHeightPx, { fit: 'fill' })
    .flatten({ background: '#fff' })
    .extend({ bottom: heightPx - pictureHeightPx, background: '#fff' })
    .composite([{ input: Buffer.from(svg) }])
    .png()
    .toBuffer()
  return { png, heightPx }
}

/** Lays the tiles out in columns, each tile under the shortest column so far, and writes one PNG to look at. */
export async function writeContactSheet(
  path: string,
  tiles: readonly SheetTile[],
  { columns = 4, tileWidthPx = 420 }: { readonly columns?: number; readonly tileWidthPx?: number } = {},
): Promise<void> {
  const heights = new Array<number>(columns).fill(gapPx)
  const placed: { input: Buffer; left: number; top: number }[] = []
  for (const tile of tiles) {
    const column = heights.indexOf(Math.min(...heights))
    const { png, heightPx } = await drawTile(tile, tileWidthPx)
    placed.push({ input: png, left: gapPx + column * (tileWidthPx + gapPx), top: heights[column]! })
    heights[column]! += heightPx + gapPx
  }
  const width = gapPx + columns * (tileWidthPx + gapPx)
  await sharp({ create: { width, height: Math.max(...heights), channels: 3, background: '#ccc' } })
    .composite(placed)
    .png()
    .toFile(path)
}
