import type { Bitmap } from '../bitmap'
import { type Box, type BoxPx, fromPx, toPx } from '../box'
import { rgbToHex } from './contrast'
import type { Background } from './types'

/** Samples along each side of a box. */
const samples = 32
/** Largest difference from the commonest colour (0..255 a channel) that is noise of a flat surface: JPEG's, or a scan's. */
const noise = 20
/** Share of samples that must be of one colour. Words that still stand there cover less than the rest. */
const flatShare = 0.55
/** The frame just outside of the words, where none of them stand, must be flat nearly everywhere. */
const flatRimShare = 0.85

/** Share of a line of samples that must be of the colour for a surface to go on there. */
const flatLineShare = 0.94

type Color = readonly [number, number, number]
type Sampler = (u: number, v: number) => Color | undefined

const near = (one: Color, other: Color): boolean =>
  one.every((value, channel) => Math.abs(value - other[channel]!) <= noise)

/** The mean of the samples around the commonest colour, and their share. */
function commonest(colors: readonly Color[]): { readonly color: Color; readonly share: number } {
  const bins = new Map<number, Color[]>()
  for (const color of colors) {
    const bin = ((color[0] >> 5) << 10) | ((color[1] >> 5) << 5) | (color[2] >> 5)
    const members = bins.get(bin)
    if (members === undefined) bins.set(bin, [color])
    else members.push(color)
  }
  const largest = [...bins.values()].reduce((best, members) => (members.length > best.length ? members : best), [])
  const centre = mean(largest)
  const around = colors.filter((color) => near(color, centre))
  return { color: mean(around.length > 0 ? around : largest), share: around.length / Math.max(1, colors.length) }
}

const mean = (colors: readonly Color[]): Color => {
  const sum = (channel: 0 | 1 | 2) =>
    colors.reduce((total, color) => total + color[channel], 0) / Math.max(1, colors.length)
  return [sum(0), sum(1), sum(2)]
}

/** Colours of a picture under a turned box, at fractions of its width and height from its centre (−0.5..0.5 is the box). */
function sampler(bitmap: Bitmap, box: Box): Sampler {
  const { data, width, height, channels } = bitmap
  const px = toPx(box, width, height)
  const radians = (box.angle * Math.PI) / 180
  const [cosine, sine] = [Math.cos(radians), Math.sin(radians)]
  return (u, v) => {
    const [along, across] = [u * px.widthPx, v * px.heightPx]
    const x = Math.floor(px.xPx + px.widthPx / 2 + along * cosine - across * sine)
    const y = Math.floor(px.yPx + px.heightPx / 2 + along * sine + across * cosine)
    if (x < 0 || y < 0 || x >= width || y >= height) return undefined
    const offset = (y * width + x) * channels
    const alpha = channels === 4 ? data[offset + 3]! / 255 : 1
    const over = (value: number) => value * alpha + 255 * (1 - alpha)
    return [over(data[offset]!), over(data[offset + 1]!), over(data[offset + 2]!)]
  }
}

function backgroundUnder(bitmap: Bitmap, box: Box): Background {
  const at = sampler(bitmap, box)
  const within: Color[] = []
  const rim: Color[] = []
  for (let i = 0; i < samples; i++) {
    const part = (i + 0.5) / samples - 0.5
    for (let j = 0; j < samples; j++) within.push(...defined(at(part, (j + 0.5) / samples - 0.5)))
    rim.push(...defined(at(part, -0.53)), ...defined(at(part, 0.53)))
  }
  const { color, share } = commonest(within)
  const rimShare = rim.length === 0 ? 1 : rim.filter((sample) => near(sample, color)).length / rim.length
  const flat = share >= flatShare && rimShare >= flatRimShare
  return { color: rgbToHex(...color), flat, surface: flat ? surfaceAround(box, color, at, bitmap) : null }
}

/** Grows a box side by side for as long as the colour goes on: the label, bar or bubble that it stands on. */
function surfaceAround(box: Box, color: Color, at: Sampler, bitmap: Bitmap): Box {
  const px = toPx(box, bitmap.width, bitmap.height)
  const [stepU, stepV] = [stepPx(px) / Math.max(1, px.widthPx), stepPx(px) / Math.max(1, px.heightPx)]
  const reach = { left: -0.5, right: 0.5, top: -0.5, bottom: 0.5 }
  const flatLine = (pointAt: (part: number) => Color | undefined): boolean => {
    const colors = Array.from({ length: samples }, (_, index) => pointAt((index + 0.5) / samples))
    return colors.filter((sample) => sample !== undefined && near(sample, color)).length >= samples * flatLineShare
  }
  const u = (part: number) => reach.left + part * (reach.right - reach.left)
  const v = (part: number) => reach.top + part * (reach.bottom - reach.top)
  const growing = new Set(['left', 'right', 'top', 'bottom'] as const)
  while (growing.size > 0) {
    for (const side of growing) {
      const upright = side === 'left' || side === 'right'
      const sign = side === 'left' || side === 'top' ? -1 : 1
      const next = reach[side] + sign * (upright ? stepU : stepV)
      if (flatLine((part) => (upright ? at(next, v(part)) : at(u(part), next)))) reach[side] = next
      else growing.delete(side)
    }
  }
  return fromPx(localPart(px, reach), bitmap.width, bitmap.height)
}

/** Fine enough for a label's margin, coarse enough for a picture's width. */
const stepPx = (box: BoxPx): number => Math.max(1, Math.min(box.widthPx, box.heightPx) / 12)

/** A part of a turned box, by its edges in the box's own width and height from its centre. */
function localPart(
  box: BoxPx,
  part: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): BoxPx {
  const radians = (box.angle * Math.PI) / 180
  const along = ((part.left + part.right) / 2) * box.widthPx
  const across = ((part.top + part.bottom) / 2) * box.heightPx
  const x = box.xPx + box.widthPx / 2 + along * Math.cos(radians) - across * Math.sin(radians)
  const y = box.yPx + box.heightPx / 2 + along * Math.sin(radians) + across * Math.cos(radians)
  const widthPx = (part.right - part.left) * box.widthPx
  const heightPx = (part.bottom - part.top) * box.heightPx
  return { xPx: x - widthPx / 2, yPx: y - heightPx / 2, widthPx, heightPx, angle: box.angle }
}

const defined = (color: Color | undefined): readonly Color[] => (color === undefined ? [] : [color])

/**
 * What is under each box: its commonest colour, and whether it is flat like a label or bar. Works on the picture as it came
 * (old words in the boxes) and after they were removed.
 * @param boxes in fractions of the picture, may be turned.
 */
export const backgroundsUnder = (bitmap: Bitmap, boxes: readonly Box[]): readonly Background[] =>
  boxes.map((box) => backgroundUnder(bitmap, box))
