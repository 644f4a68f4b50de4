/**
 * A rectangle on a picture, in fractions 0..1 of its width and height: `x`, `y` is the top left corner before turning.
 * `angle` turns it clockwise about its own centre, in degrees, as seen on the picture (so in pixel space, not in fractions).
 */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly angle: number
}

/** The same rectangle in pixels of a stated picture. */
export interface BoxPx {
  readonly xPx: number
  readonly yPx: number
  readonly widthPx: number
  readonly heightPx: number
  readonly angle: number
}

/** The box in pixels of a picture `width` × `height` px large. */
export const toPx = (box: Box, width: number, height: number): BoxPx => ({
  xPx: box.x * width,
  yPx: box.y * height,
  widthPx: box.width * width,
  heightPx: box.height * height,
  angle: box.angle,
})

/** The box in fractions of a picture `width` × `height` px large. */
export const fromPx = (box: BoxPx, width: number, height: number): Box => ({
  x: box.xPx / width,
  y: box.yPx / height,
  width: box.widthPx / width,
  height: box.heightPx / height,
  angle: box.angle,
})
