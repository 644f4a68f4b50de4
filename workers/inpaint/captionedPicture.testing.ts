import { createRequire } from 'node:module'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import sharp from 'sharp'
import type { Bitmap } from '#core/bitmap'
import { fromPx } from '#core/box'
import type { TextLine } from '#core/text'

GlobalFonts.registerFromPath(
  createRequire(import.meta.url).resolve('@fontsource/anton/files/anton-latin-400-normal.woff2'),
  'Removal test',
)

/** What is drawn: the words on a ground, both known, so that a removal can be judged to the pixel. */
export interface Lettering {
  readonly text?: string
  readonly fill: string
  readonly outline?: string
  /** Of the letters, in pixels. */
  readonly sizePx?: number
  /** Clockwise, in degrees. */
  readonly angle?: number
  /** A label's colour, drawn under the words and left in the clean picture. */
  readonly label?: string
}

/** A picture with words, the same without, and where its words are. */
export interface CaptionedPicture {
  readonly bitmap: Bitmap
  readonly clean: Bitmap
  readonly lines: readonly TextLine[]
}

type Ground = (x: number, y: number) => readonly [number, number, number]

/** Repeatable noise, 0..1. */
const noise = (x: number, y: number): number => {
  const value = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453
  return value - Math.floor(value)
}

/** What words can stand on: RGB (0..255) at a pixel. */
export const grounds = {
  gradient: (x, y) => [60 + x / 4, 90 + y / 4, 160 - x / 8],
  /** Soft shapes and edges with grain, as in a photo. */
  photo: (x, y) => {
    const wave = 40 * Math.sin(x / 47) + 30 * Math.cos(y / 31) + 25 * Math.sin((x + 2 * y) / 83)
    const edge = x + 0.4 * y > 330 ? 45 : 0
    const grain = 8 * (noise(x, y) - 0.5)
    return [110 + wave + grain + edge, 95 + 0.7 * wave + grain, 80 - 0.5 * wave + grain + edge]
  },
  noise: (x, y) => [90 + 70 * noise(x, y), 90 + 70 * noise(y, x), 90 + 70 * noise(x + 7, y)],
  white: () => [255, 255, 255],
} as const satisfies Record<string, Ground>

/** Draws a picture without and with words; `jpegQuality` passes both through JPEG, which leaves its noise around the letters. */
export async function captionedPicture(
  ground: Ground,
  lettering: Lettering,
  { width = 480, height = 240, jpegQuality }: { width?: number; height?: number; jpegQuality?: number } = {},
): Promise<CaptionedPicture> {
  const { text = 'SOME OLD WORDS', fill, outline, sizePx = 48, angle = 0, label } = lettering
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  const image = context.createImageData(width, height)
  for (let y = 0, p = 0; y < height; y++) {
    for (let x = 0; x < width; x++, p += 4) image.data.set([...ground(x, y), 255], p)
  }
  context.putImageData(image, 0, 0)
  context.font = `${sizePx}px "Removal test"`
  context.lineJoin = 'round'
  context.lineWidth = outline === undefined ? 0 : sizePx * 0.14
  const measured = context.measureText(text)
  const rim = context.lineWidth / 2
  const box = {
    widthPx: measured.actualBoundingBoxLeft + measured.actualBoundingBoxRight + 2 * rim,
    heightPx: measured.actualBoundingBoxAscent + measured.actualBoundingBoxDescent + 2 * rim,
  }
  context.translate(width / 2, height / 2)
  context.rotate((angle * Math.PI) / 180)
  if (label !== undefined) {
    context.fillStyle = label
    const pad = 0.3 * sizePx
    context.fillRect(-box.widthPx / 2 - pad, -box.heightPx / 2 - pad, box.widthPx + 2 * pad, box.heightPx + 2 * pad)
  }
  const decoded = async (): Promise<Bitmap> => {
    const png = sharp(canvas.toBuffer('image/png')).removeAlpha()
    const pipeline = jpegQuality === undefined ? png : sharp(await png.jpeg({ quality: jpegQuality }).toBuffer())
    return { data: new Uint8Array(await pipeline.raw().toBuffer()), width, height, channels: 3 }
  }
  const clean = await decoded()
  const left = -box.widthPx / 2 + rim + measured.actualBoundingBoxLeft
  const baseline = -box.heightPx / 2 + rim + measured.actualBoundingBoxAscent
  if (outline !== undefined) {
    context.strokeStyle = outline
    context.strokeText(text, left, baseline)
  }
  context.fillStyle = fill
  context.fillText(text, left, baseline)
  const placed = { ...box, xPx: (width - box.widthPx) / 2, yPx: (height - box.heightPx) / 2, angle }
  return {
    bitmap: await decoded(),
    clean,
    lines: [{ text, confidence: 1, box: fromPx(placed, width, height) }],
  }
}

/** PSNR in dB over the pixels that the words changed by more than a breath; how well those came back. */
export function likenessUnderWords({ bitmap, clean }: CaptionedPicture, removed: Bitmap): number {
  let sum = 0
  let n = 0
  for (let i = 0; i < clean.data.length; i++) {
    if (Math.abs(bitmap.data[i]! - clean.data[i]!) <= 10) continue
    sum += (removed.data[i]! - clean.data[i]!) ** 2
    n++
  }
  return 10 * Math.log10((255 * 255 * n) / Math.max(1e-9, sum))
}
