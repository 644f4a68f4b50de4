import type { Box } from '../box'

interface Size {
  readonly width: number
  readonly height: number
}

interface MemegenPlace {
  readonly anchor_x: number
  readonly anchor_y: number
  readonly angle: number
  readonly scale_x: number
  readonly scale_y: number
}

/** Size in pixels of the upright rectangle around a turned one. */
function turnedSize(widthPx: number, heightPx: number, degrees: number): { widthPx: number; heightPx: number } {
  const [sine, cosine] = [Math.abs(Math.sin((degrees * Math.PI) / 180)), Math.abs(Math.cos((degrees * Math.PI) / 180))]
  return { widthPx: widthPx * cosine + heightPx * sine, heightPx: widthPx * sine + heightPx * cosine }
}

/**
 * memegen draws a box of `scale`, turns it anticlockwise, and puts the top left corner of the upright rectangle around the turned
 * box at `anchor`. Ours is turned clockwise about its own centre.
 */
export function boxOfMemegen(place: MemegenPlace, { width, height }: Size): Box {
  const around = turnedSize(place.scale_x * width, place.scale_y * height, place.angle)
  const centreX = place.anchor_x + around.widthPx / 2 / width
  const centreY = place.anchor_y + around.heightPx / 2 / height
  return {
    x: centreX - place.scale_x / 2,
    y: centreY - place.scale_y / 2,
    width: place.scale_x,
    height: place.scale_y,
    angle: place.angle === 0 ? 0 : -place.angle,
  }
}

/** The way back, rounded to a millionth: less than a thousandth of a pixel, and free of what reckoning adds. */
export function memegenOfBox(box: Box, { width, height }: Size): MemegenPlace {
  const around = turnedSize(box.width * width, box.height * height, box.angle)
  const rounded = (value: number) => Math.round(value * 1e6) / 1e6
  return {
    anchor_x: rounded(box.x + box.width / 2 - around.widthPx / 2 / width),
    anchor_y: rounded(box.y + box.height / 2 - around.heightPx / 2 / height),
    angle: box.angle === 0 ? 0 : rounded(-box.angle),
    scale_x: rounded(box.width),
    scale_y: rounded(box.height),
  }
}
