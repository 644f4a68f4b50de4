import { type ColourMode, isNear } from '#workers/inpaint/mask/colourModes'

/** Pixels sorted by whole-pixel distance from strokes: how many, how many of them have one colour, and what they look like. */
export interface Profile {
  readonly all: Float64Array
  readonly same: Float64Array
  /** Sums of red, green and blue. */
  readonly sums: Float64Array
}

/** A profile for distances of 0..`mostPx`, with no pixel in it. */
export const emptyProfile = (mostPx: number): Profile => ({
  all: new Float64Array(mostPx + 1),
  same: new Float64Array(mostPx + 1),
  sums: new Float64Array((mostPx + 1) * 3),
})

/** Counts pixel `i`, which is `px` pixels away. */
export function count(
  profile: Profile,
  px: number,
  rgb: Uint8Array,
  i: number,
  colour: ColourMode,
  tolerance: number,
): void {
  profile.all[px]!++
  if (isNear(rgb, i, colour, tolerance)) profile.same[px]!++
  for (let c = 0; c < 3; c++) profile.sums[px * 3 + c]! += rgb[i * 3 + c]!
}

/** Share of the pixels at this distance that have the colour, 0..1. */
export const shareAt = ({ same, all }: Profile, px: number): number => same[px]! / Math.max(1, all[px]!)

/** Mean red, green and blue of all the profiles' pixels; null when there are none. */
export function meanColour(profiles: readonly Profile[]): readonly number[] | null {
  const sums = [0, 0, 0]
  let n = 0
  for (const { sums: own, all } of profiles) {
    for (let k = 0; k < own.length; k++) sums[k % 3]! += own[k]!
    for (const value of all) n += value
  }
  return n === 0 ? null : sums.map((sum) => sum / n)
}
