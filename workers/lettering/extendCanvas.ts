import type { Bitmap } from '#core/bitmap'
import { hexToRgb } from '#core/lettering/contrast'
import type { Placement } from '#core/place/types'

/**
 * A picture with the bars of a placement above and below, in memory that is nobody else's.
 * @param isOwn the given memory is nobody else's already: without bars, the very same is returned
 */
export function extendCanvas(
  { data, width, channels }: Bitmap,
  placement: Placement,
  isOwn: boolean,
): Bitmap & { readonly data: Uint8Array<ArrayBuffer> } {
  const { addTopPx, barColor } = placement.canvas
  const size = { width: placement.width, height: placement.height, channels }
  if (isOwn && placement.width * placement.height * channels === data.length && isWhole(data)) return { data, ...size }
  const extended = new Uint8Array(placement.width * placement.height * channels)
  const start = addTopPx * width * channels
  if (start > 0 || extended.length > data.length) {
    const pixel = [...hexToRgb(barColor), 255].slice(0, channels)
    for (let offset = 0; offset < extended.length; offset += channels) {
      if (offset === start) offset += data.length
      if (offset < extended.length) extended.set(pixel, offset)
    }
  }
  extended.set(data, start)
  return { data: extended, ...size }
}

/** Not a part of something larger, as small Buffers are. */
const isWhole = (data: Uint8Array): data is Uint8Array<ArrayBuffer> =>
  data.buffer instanceof ArrayBuffer && data.length === data.buffer.byteLength
