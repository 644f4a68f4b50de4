import type { Rect } from '#core/fingerprint/contentRectangles'
import { describePatch, wordsPerFeature } from '#workers/recognise/features/binaryPattern'
import { findCorners } from '#workers/recognise/features/corners'
import { blurred, type Plane, reduced } from '#workers/recognise/plane'

/** Corners of a picture with what is around them. */
export interface Features {
  readonly count: number
  /** Pixels of the picture that was given. */
  readonly x: Float32Array
  readonly y: Float32Array
  /** `wordsPerFeature` words each. */
  readonly words: Int32Array
}

/** What stored features must say to be compared with others. */
export const featureKind = { name: 'upright-brief', version: 2 } as const

/** Each level of the pyramid is this much smaller than the last; a description bears half of such a step. */
const levelFactor = 0.8
const cornersPerLevel: readonly number[] = [160, 120, 80, 60]

/**
 * Finds and describes the corners of a small picture (about 256 px) at four sizes.
 * @param hidden per pixel, not 0: words stand there; no corner is taken there
 * @param within corners are taken from this part only
 * @returns the features of the picture and those of its mirror image (positions are the mirror image's, too)
 */
export function extractFeatures(
  picture: Plane,
  hidden?: Uint8Array,
  within?: Rect,
): { readonly upright: Features; readonly mirrored: Features } {
  const corners = cornersOf(picture, hidden, within)
  return { upright: described(corners, picture, false), mirrored: described(corners, picture, true) }
}

/** Those of the corners whose place is wanted. */
export function featuresWhere({ count, x, y, words }: Features, isWanted: (x: number, y: number) => boolean): Features {
  const kept = Array.from({ length: count }, (_, k) => k).filter((k) => isWanted(x[k]!, y[k]!))
  return {
    count: kept.length,
    x: Float32Array.from(kept, (k) => x[k]!),
    y: Float32Array.from(kept, (k) => y[k]!),
    words: Int32Array.from(kept.flatMap((k) => [...words.subarray(k * wordsPerFeature, (k + 1) * wordsPerFeature)])),
  }
}

interface Corner {
  /** On the level. */
  readonly x: number
  readonly y: number
  readonly level: Plane
}

function cornersOf(picture: Plane, hidden: Uint8Array | undefined, within: Rect | undefined): readonly Corner[] {
  const found: Corner[][] = []
  let level = picture
  for (const count of cornersPerLevel) {
    const smooth = blurred(level)
    const smoother = blurred(smooth)
    const isHidden = (x: number, y: number): boolean => {
      if (hidden === undefined) return false
      const column = Math.floor(((x + 0.5) * picture.width) / smooth.width)
      return hidden[Math.floor(((y + 0.5) * picture.height) / smooth.height) * picture.width + column] !== 0
    }
    const scale = smooth.width / picture.width
    const part = within && {
      left: within.left * scale,
      top: within.top * scale,
      right: within.right * scale,
      bottom: within.bottom * scale,
    }
    found.push(findCorners(smooth, count, isHidden, part).map(({ x, y }) => ({ x, y, level: smoother })))
    level = reduced(smooth, levelFactor)
  }
  return found.flat()
}

function described(corners: readonly Corner[], picture: Plane, mirror: boolean): Features {
  const features = {
    count: corners.length,
    x: new Float32Array(corners.length),
    y: new Float32Array(corners.length),
    words: new Int32Array(corners.length * wordsPerFeature),
  }
  for (const [k, { x, y, level }] of corners.entries()) {
    const across = ((x + 0.5) * picture.width) / level.width
    features.x[k] = mirror ? picture.width - across : across
    features.y[k] = ((y + 0.5) * picture.height) / level.height
    describePatch(level, x, y, mirror, features.words, k * wordsPerFeature)
  }
  return features
}
