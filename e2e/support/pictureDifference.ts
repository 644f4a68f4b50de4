import sharp from 'sharp'

/** A part of a picture, in fractions. */
export interface Part {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Mean difference of two pictures of the same size within a part of them, 0..255. */
export async function pictureDifference(one: Buffer, other: Buffer, part: Part): Promise<number> {
  const [first, second] = await Promise.all([pixels(one, part), pixels(other, part)])
  if (first.length !== second.length) throw new Error('The pictures have different sizes.')
  return first.reduce((sum, value, index) => sum + Math.abs(value - second[index]!), 0) / first.length
}

async function pixels(picture: Buffer, part: Part): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata()
  const area = {
    left: Math.round(part.x * width),
    top: Math.round(part.y * height),
    width: Math.round(part.width * width),
    height: Math.round(part.height * height),
  }
  return sharp(picture).extract(area).removeAlpha().raw().toBuffer()
}
