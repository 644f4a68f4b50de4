import { createCanvas, ImageData } from '@napi-rs/canvas'
import type { Bitmap } from '#core/bitmap'
import type { TextContext } from '#core/lettering/canvasText'
import { drawCaption } from '#core/lettering/drawCaption'
import type { CaptionLayout } from '#core/lettering/types'
import { frameAround } from '#core/place/frame'
import { discard } from '../discard'

/** A whole-pixel part of a picture. */
interface Patch {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** The pixels that a caption can touch. */
function patchOf(layout: CaptionLayout, bitmap: Bitmap): Patch {
  const frame = frameAround(layout.box)
  const left = Math.max(0, Math.floor(frame.left))
  const top = Math.max(0, Math.floor(frame.top))
  return {
    left,
    top,
    width: Math.min(bitmap.width, Math.ceil(frame.right)) - left,
    height: Math.min(bitmap.height, Math.ceil(frame.bottom)) - top,
  }
}

/** A patch's pixels as a canvas takes them, four bytes at once: this runs for every pixel under every caption. */
function readPatch({ data, width, channels }: Bitmap, patch: Patch): ImageData {
  const rgba = new Uint32Array(patch.width * patch.height)
  for (let y = 0, to = 0; y < patch.height; y++) {
    let from = ((patch.top + y) * width + patch.left) * channels
    for (let x = 0; x < patch.width; x++, from += channels) {
      const alpha = channels === 4 ? data[from + 3]! : 255
      rgba[to++] = data[from]! | (data[from + 1]! << 8) | (data[from + 2]! << 16) | (alpha << 24)
    }
  }
  return new ImageData(new Uint8ClampedArray(rgba.buffer), patch.width, patch.height)
}

/** Writes back what changed; the canvas keeps colours multiplied by alpha, which would blur the values of clear pixels. */
function writePatch(
  { data, width, channels }: Bitmap,
  patch: Patch,
  before: Uint8ClampedArray,
  after: Uint8ClampedArray,
): void {
  const pixelsBefore = new Uint32Array(before.buffer, before.byteOffset, before.length / 4)
  const pixels = new Uint32Array(after.buffer, after.byteOffset, after.length / 4)
  for (let y = 0, pixel = 0; y < patch.height; y++) {
    let to = ((patch.top + y) * width + patch.left) * channels
    for (let x = 0; x < patch.width; x++, pixel++, to += channels) {
      const color = pixels[pixel]!
      if (color === pixelsBefore[pixel]) continue
      if (before[pixel * 4 + 3] !== 255 && sameColor(before, after, pixel * 4)) continue
      data[to] = color
      data[to + 1] = color >> 8
      data[to + 2] = color >> 16
      if (channels === 4) data[to + 3] = color >> 24
    }
  }
}

/** Whether a half-transparent pixel is the same but for the rounding of its way through the canvas. */
function sameColor(before: Uint8ClampedArray, after: Uint8ClampedArray, offset: number): boolean {
  const alpha = before[offset + 3]!
  if (alpha !== after[offset + 3]) return false
  const tolerance = 255 / Math.max(1, alpha) + 1
  return [0, 1, 2].every((channel) => Math.abs(before[offset + channel]! - after[offset + channel]!) <= tolerance)
}

/** Each is in memory three times, and what the canvas hands out goes back only when garbage is collected. */
const mostCanvasPixels = 1_000_000

/** Cuts a large patch, such as a caption's on a photo, into strips of whole rows: the words are drawn into each, and what lies outside is clipped. */
function* stripsOf(patch: Patch, pixels: number): Generator<Patch, void> {
  const rows = Math.max(1, Math.floor(pixels / patch.width))
  for (let from = 0; from < patch.height; from += rows) {
    yield { ...patch, top: patch.top + from, height: Math.min(rows, patch.height - from) }
  }
}

/**
 * Draws captions into a bitmap, in place. Only pixels inside of their boxes change.
 * @param canvasPixels of the canvas, about: with more a caption is drawn strip by strip
 */
export function drawOnBitmap(
  bitmap: Bitmap,
  layouts: readonly CaptionLayout[],
  canvasPixels: number = mostCanvasPixels,
): void {
  for (const layout of layouts) {
    const patch = patchOf(layout, bitmap)
    if (patch.width <= 0 || patch.height <= 0) continue
    for (const strip of stripsOf(patch, canvasPixels)) drawStrip(bitmap, strip, layout)
  }
}

function drawStrip(bitmap: Bitmap, strip: Patch, layout: CaptionLayout): void {
  const canvas = createCanvas(strip.width, strip.height)
  const context = canvas.getContext('2d')
  const before = readPatch(bitmap, strip)
  context.putImageData(before, 0, 0)
  context.translate(-strip.left, -strip.top)
  drawCaption(context as unknown as TextContext, layout)
  const after = context.getImageData(0, 0, strip.width, strip.height)
  writePatch(bitmap, strip, before.data as Uint8ClampedArray, after.data as Uint8ClampedArray)
  discard(before.data)
  // The collector does not see the canvas's memory at all.
  canvas.width = 1
  canvas.height = 1
}
