import type { Bitmap } from '#core/bitmap'

/** Difference of light within a window from which its middle is loud, in levels of 255. */
const loudContrast = 120

/**
 * Per pixel of a small RGB bitmap: 1 where near black stands beside near white, as in outlined letters. So it is in line drawings,
 * too: that is why template and upload are both looked at without these places.
 */
export function loudPixels({ data, width, height }: Bitmap): Uint8Array {
  const n = width * height
  const light = new Uint8Array(n)
  for (let i = 0; i < n; i++) light[i] = (77 * data[i * 3]! + 150 * data[i * 3 + 1]! + 29 * data[i * 3 + 2]!) >> 8
  // Strokes and outlines of captions are a fiftieth of the picture wide at most.
  const reach = Math.max(1, Math.round(Math.max(width, height) / 80))
  const least = new Uint8Array(n)
  const most = new Uint8Array(n)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let low = 255
      let high = 0
      const end = y * width + Math.min(width - 1, x + reach)
      for (let i = y * width + Math.max(0, x - reach); i <= end; i++) {
        const value = light[i]!
        if (value < low) low = value
        if (value > high) high = value
      }
      least[y * width + x] = low
      most[y * width + x] = high
    }
  }
  const loud = new Uint8Array(n)
  for (let y = 0; y < height; y++) {
    const end = Math.min(height - 1, y + reach)
    for (let x = 0; x < width; x++) {
      let low = 255
      let high = 0
      for (let row = Math.max(0, y - reach); row <= end; row++) {
        const i = row * width + x
        if (least[i]! < low) low = least[i]!
        if (most[i]! > high) high = most[i]!
      }
      if (high - low > loudContrast) loud[y * width + x] = 1
    }
  }
  return loud
}
