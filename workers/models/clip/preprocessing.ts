import { z } from 'zod'

/** What a model wants a picture to be like, from its preprocessor_config.json. */
export interface Preprocessing {
  /** Side of the square picture, in pixels. */
  readonly side: number
  readonly mean: readonly number[]
  readonly std: readonly number[]
}

const perChannel = z.array(z.number()).length(3)
const pixels = z.number().int().positive()

const schema = z.object({
  image_mean: perChannel,
  image_std: perChannel,
  crop_size: z.union([pixels, z.object({ height: pixels, width: pixels }).transform(({ height }) => height)]),
})

/** @throws Error that names the file when it does not say what is needed. */
export function readPreprocessing(json: string, file: string): Preprocessing {
  const parsed = schema.safeParse(parseJson(json, file))
  if (!parsed.success) throw new Error(`${file} is not CLIP's: ${z.prettifyError(parsed.error)}`)
  const { crop_size: side, image_mean: mean, image_std: std } = parsed.data
  return { side, mean, std }
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new Error(`${file} is no JSON`, { cause })
  }
}

/**
 * Squares of interleaved 8-bit RGB to what the network reads: one plane per channel, (value / 255 - mean) / std.
 * @param squares any number of them, one after the other
 */
export function normalisedPlanes(squares: Uint8Array, { side, mean, std }: Preprocessing): Float32Array {
  const area = side * side
  const planes = new Float32Array(squares.length)
  for (let channel = 0; channel < 3; channel++) {
    const table = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean[channel]!) / std[channel]!)
    for (let start = 0; start < squares.length; start += 3 * area) {
      for (let i = 0; i < area; i++) planes[start + channel * area + i] = table[squares[start + 3 * i + channel]!]!
    }
  }
  return planes
}
