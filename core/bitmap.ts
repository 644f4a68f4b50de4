/** Decoded pixels: sRGB, 8 bit, interleaved, row by row, no padding. */
export interface Bitmap {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  /** 3 = RGB; 4 = RGBA, not premultiplied, only for pictures that really have transparency. */
  readonly channels: 3 | 4
}
