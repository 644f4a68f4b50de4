import sharp, { type Sharp } from 'sharp'
import type { Bitmap } from '#core/bitmap'
import { defaultStyle } from '#core/style'
import type { LetteredBox } from '#core/template'
import { phoneScreen } from '#scripts/eval/recognition/phoneScreen'
import { config } from '#store/config'
import { createLettering } from '#workers/lettering/createLettering'
import { drawOnBitmap } from '#workers/lettering/patches'
import { fillBoxes } from '#workers/stages/fillBoxes'

/** What happens to a template on its way to an upload. All get words; the rest is by name. */
export const uploadKinds = [
  ...['edges', 'middle', 'many words', 'jpeg', 'small', 'crop', 'flip', 'border', 'bar'],
  ...['colour', 'grey', 'phone', 'crop + flip', 'crop + phone', 'stretch', 'half'],
] as const

const lettering = createLettering(config().cache)
const words =
  'when you finally the my boss me at 3 am nobody absolutely again one does not simply coffee monday cat this is fine how they see us tests pass deploy why would do that'.split(
    ' ',
  )

type Random = () => number

const between = (random: Random, from: number, to: number): number => from + (to - from) * random()
const oneOf = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)]!
const sentence = (random: Random, count: number): string =>
  Array.from({ length: count }, () => oneOf(random, words)).join(' ')

const open = ({ data, width, height, channels }: Bitmap): Sharp => sharp(data, { raw: { width, height, channels } })

async function bitmapOf(pipeline: Sharp): Promise<Bitmap> {
  const { data, info } = await pipeline.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 3 }
}

/** A picture as somebody might send it: cut, resized, recoloured, with other words on it, framed, compressed. The same numbers make the same. */
export async function madeUpload(template: Bitmap, kind: string, random: Random): Promise<Bitmap> {
  const is = (part: string): boolean => kind.includes(part)
  const cut = cutOut(template, kind, random)
  const longest = kind === 'small' ? 200 : Math.round(between(random, 320, 1024))
  const scale = longest / Math.max(cut.width, cut.height)
  const stretch = kind === 'stretch' ? between(random, 0.95, 1.05) : 1
  const pipeline = open(template)
    .extract(cut)
    .resize(Math.round(cut.width * scale * stretch), Math.round(cut.height * scale), { fit: 'fill' })
    .flop(is('flip'))
  if (kind === 'colour') {
    const tint = between(random, -25, 25)
    pipeline
      .modulate({ brightness: between(random, 0.7, 1.3), saturation: between(random, 0.4, 1.6) })
      .linear([1 + tint / 100, 1, 1 - tint / 100], [0, 0, 0])
  }
  if (kind === 'grey') pipeline.modulate({ saturation: 0.001, brightness: between(random, 0.8, 1.2) })
  const worded = withWords(await bitmapOf(pipeline), kind, random)
  const framed = is('phone') ? await phoneScreen(worded, random) : await bitmapOf(withFrame(worded, kind, random))
  const quality = kind === 'jpeg' ? between(random, 10, 25) : between(random, 50, 92)
  return bitmapOf(
    sharp(
      await open(framed)
        .jpeg({ quality: Math.round(quality) })
        .toBuffer(),
    ),
  )
}

/** All of it; a tenth off each side at most; or little more than a half. */
function cutOut({ width, height }: Bitmap, kind: string, random: Random) {
  const most = kind.includes('crop') ? 0.1 : 0
  const [left, top, right, bottom] = Array.from({ length: 4 }, () => between(random, 0, most))
  const whole = {
    left: Math.round(left! * width),
    top: Math.round(top! * height),
    width: Math.round((1 - left! - right!) * width),
    height: Math.round((1 - top! - bottom!) * height),
  }
  if (kind !== 'half') return whole
  return height > width
    ? { ...whole, height: Math.round(0.6 * height), top: oneOf(random, [0, Math.round(0.4 * height)]) }
    : { ...whole, width: Math.round(0.6 * width), left: oneOf(random, [0, Math.round(0.4 * width)]) }
}

const boxAt = (y: number, height: number, color: string): LetteredBox => ({
  box: { x: 0.04, y, width: 0.92, height, angle: 0 },
  style: { ...defaultStyle, color },
})

function withWords(bitmap: Bitmap, kind: string, random: Random): Bitmap {
  const color = oneOf(random, ['#ffffff', '#ffffff', '#ffee00', '#000000'])
  const places =
    kind === 'middle'
      ? [boxAt(0.32, 0.36, color)]
      : kind === 'many words'
        ? [0.03, 0.27, 0.51, 0.75].map((y) => boxAt(y, 0.2, color))
        : [boxAt(0.03, between(random, 0.14, 0.24), color), boxAt(0.76, 0.2, color)]
  const captions = places.map(() => sentence(random, Math.round(between(random, 3, 8))))
  const copy = { ...bitmap, data: Uint8Array.from(bitmap.data) }
  drawOnBitmap(
    copy,
    fillBoxes(captions, places, copy, lettering, 8).layouts.filter((layout) => layout !== null),
  )
  return copy
}

function withFrame(bitmap: Bitmap, kind: string, random: Random): Sharp {
  const picture = open(bitmap)
  const background = oneOf(random, ['#ffffff', '#000000', '#2244aa'])
  if (kind === 'border') {
    const width = Math.round(between(random, 0.02, 0.1) * bitmap.width)
    return picture.extend({ top: width, bottom: width, left: width, right: width, background })
  }
  const height = Math.round(between(random, 0.12, 0.35) * bitmap.height)
  return kind === 'bar' ? picture.extend({ [oneOf(random, ['top', 'bottom'])]: height, background }) : picture
}
