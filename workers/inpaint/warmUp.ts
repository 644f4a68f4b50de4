import type { Bitmap } from '#core/bitmap'
import type { TextLine } from '#core/text'
import type { UnderWords } from '#workers/inpaint/types'

const width = 320
const height = 160
/** Of the words on it, in pixels. */
const words = { x: 20, y: 30, width: 280, height: 32 } as const

/** Soft hills with grain, so that everything that looks at a picture has something to see. */
const groundAt = (x: number, y: number): number =>
  110 + 60 * Math.sin(x / 23) * Math.cos(y / 17) + ((x * 7919 + y * 104729) % 13)

/** Strokes as of light letters with a dark outline; undefined beside them. */
function strokeAt(x: number, y: number): number | undefined {
  const [along, down] = [x - words.x, y - words.y]
  if (along < 0 || along >= words.width || down < 0 || down >= words.height || along % 14 >= 11) return undefined
  const isFill = along % 14 >= 3 && along % 14 < 8 && down >= 3 && down < words.height - 3
  return isFill ? 250 : 10
}

function drawn(light: (x: number, y: number) => number): Bitmap {
  const data = new Uint8Array(width * height * 3)
  for (let i = 0; i < width * height; i++) data.fill(light(i % width, Math.floor(i / width)), i * 3, i * 3 + 3)
  return { data, width, height, channels: 3 }
}

/** A picture with words, for what runs once before the first real one comes. */
export const sample: Bitmap = drawn((x, y) => strokeAt(x, y) ?? groundAt(x, y))

/** Where its words stand. */
export const sampleLines: readonly TextLine[] = [
  {
    text: '',
    confidence: 1,
    box: {
      x: words.x / width,
      y: words.y / height,
      width: words.width / width,
      height: words.height / height,
      angle: 0,
    },
  },
]

/** As if it were recognised as a template of another size. */
export const sampleGround: UnderWords = {
  template: drawn((x, y) => groundAt(x, y)),
  transform: { scaleX: 1, scaleY: 1, offsetX: 0, offsetY: 0 },
  staying: [],
}
