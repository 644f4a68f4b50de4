import type { Bitmap } from '#core/bitmap'

/** Pictures that could be transparent and are not become plain RGB; all others stay the same object. */
export function dropOpaqueAlpha(bitmap: Bitmap): Bitmap {
  if (bitmap.channels === 3) return bitmap
  const { data, width, height } = bitmap
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return bitmap
  const rgb = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; from < data.length; from += 4) {
    rgb[to++] = data[from]!
    rgb[to++] = data[from + 1]!
    rgb[to++] = data[from + 2]!
  }
  return { data: rgb, width, height, channels: 3 }
}
