import type { Bitmap } from '#core/bitmap'
import { distanceOutside, frameBounds, type LineFrame } from '#workers/inpaint/lineFrame'

/** Correlation from which both pictures show the same words: compression leaves more, other words on the ground far less. */
const sameCorrelation = 0.85
/** Standard deviation, in levels of 255, below which there is nothing to see. */
const leastContrast = 4

/**
 * Whether a line looks the same on both pictures: then it belongs to the template, also where a caption of the meme stands so close that both were
 * judged together.
 */
export function hasSameWords(upload: Bitmap, restored: Bitmap, frame: LineFrame): boolean {
  const { x0, y0, x1, y1 } = frameBounds(frame, 0, upload.width, upload.height)
  let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0]
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (distanceOutside(frame, x, y) > 0) continue
      const [one, other] = [lightAt(upload, x, y), lightAt(restored, x, y)]
      n++
      a += one
      b += other
      aa += one * one
      bb += other * other
      ab += one * other
    }
  }
  if (n === 0) return false
  const [varianceA, varianceB] = [aa / n - (a / n) ** 2, bb / n - (b / n) ** 2]
  if (Math.min(varianceA, varianceB) < leastContrast ** 2) return false
  return (ab / n - (a / n) * (b / n)) / Math.sqrt(varianceA * varianceB) >= sameCorrelation
}

function lightAt({ data, width, channels }: Bitmap, x: number, y: number): number {
  const p = (y * width + x) * channels
  return 0.299 * data[p]! + 0.587 * data[p + 1]! + 0.114 * data[p + 2]!
}
