import type { Bitmap } from '#core/bitmap'
import { phoneScreen } from '#scripts/eval/recognition/phoneScreen'
import { printOf, printSidePx, type TemplatePrint, templateVectors } from '#workers/recognise/templatePrint'
import { shrink } from '#workers/stages/shrink'

/** So many different prints; made-up templates share them, because corners take long to find. */
const differentPrints = 400

/** Every so many is a screenshot: uploads that are screenshots must not be taken for it. */
const screenshotEvery = 8

/**
 * Templates that look like real ones and are none: parts of `smalls`, small copies of real ones, turned upside down, some of them in a phone's interface.
 * Each has a fingerprint of its own.
 */
export async function* distractors(
  smalls: readonly Bitmap[],
  count: number,
): AsyncGenerator<{ readonly id: string; readonly print: TemplatePrint; readonly vectors: readonly Float32Array[] }> {
  let state = 1
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const made: TemplatePrint[] = []
  for (let k = 0; k < count; k++) {
    const part = upsideDownPart(smalls[k % smalls.length]!, random)
    const small = k % screenshotEvery === 0 ? await shrink(await phoneScreen(part, random), printSidePx) : part
    if (made.length < differentPrints) made.push(printOf(small, small))
    yield {
      id: `made-up ${k}`,
      print: made[k % made.length]!,
      vectors: templateVectors(small),
    }
  }
}

function upsideDownPart(from: Bitmap, random: () => number): Bitmap {
  const share = 0.4 + 0.6 * random()
  const width = Math.max(1, Math.floor(from.width * share))
  const height = Math.max(1, Math.floor(from.height * Math.min(1, share * (0.8 + 0.4 * random()))))
  const left = Math.floor(random() * (from.width - width + 1))
  const top = Math.floor(random() * (from.height - height + 1))
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const start = ((top + height - 1 - y) * from.width + left) * 3
    data.set(from.data.subarray(start, start + width * 3), y * width * 3)
  }
  return { data, width, height, channels: 3 }
}
