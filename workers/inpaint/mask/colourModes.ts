interface Colour {
  readonly r: number
  readonly g: number
  readonly b: number
}

/** A colour that many pixels share. */
export interface ColourMode extends Colour {
  /** Share of the samples that are near it, 0..1. */
  readonly share: number
}

/** Whether pixel `i` differs from `colour` by at most `tolerance` in each channel. */
export function isNear(rgb: Uint8Array, i: number, colour: Colour, tolerance: number): boolean {
  const p = i * 3
  return (
    Math.abs(rgb[p]! - colour.r) <= tolerance &&
    Math.abs(rgb[p + 1]! - colour.g) <= tolerance &&
    Math.abs(rgb[p + 2]! - colour.b) <= tolerance
  )
}

const bins = 16
/** Samples this near (largest difference of the three channels) belong to a mode. */
const reach = 40

/**
 * The most frequent colours of the pixels `samples` (indexes into `rgb`), most frequent first: peaks of a coarse histogram, each moved
 * to the mean of its neighbourhood and taken out before the next is looked for.
 */
export function colourModes(
  rgb: Uint8Array,
  samples: Int32Array,
  { most, leastShare }: { readonly most: number; readonly leastShare: number },
): readonly ColourMode[] {
  const modes: ColourMode[] = []
  let left = samples
  while (modes.length < most && left.length > samples.length * leastShare) {
    const peak = histogramPeak(rgb, left)
    const centre = meanNear(rgb, left, peak)
    const rest = new Int32Array(left.length)
    let restCount = 0
    for (const i of left) if (!isNear(rgb, i, centre, reach)) rest[restCount++] = i
    const share = (left.length - restCount) / samples.length
    if (restCount === left.length) break
    if (share >= leastShare) modes.push({ ...centre, share })
    left = rest.subarray(0, restCount)
  }
  return modes
}

/** Middle of the fullest bin, counting half of its neighbours' fill. */
function histogramPeak(rgb: Uint8Array, samples: Int32Array): Colour {
  const counts = new Float32Array(bins ** 3)
  for (const i of samples) {
    const p = i * 3
    counts[((rgb[p]! >> 4) * bins + (rgb[p + 1]! >> 4)) * bins + (rgb[p + 2]! >> 4)]! += 1
  }
  let best = -1
  let bestScore = -1
  for (let bin = 0; bin < counts.length; bin++) {
    const own = counts[bin]!
    if (own === 0) continue
    const b = bin % bins
    const g = Math.floor(bin / bins) % bins
    const r = Math.floor(bin / (bins * bins))
    let score = 2 * own
    if (r > 0) score += counts[bin - bins * bins]!
    if (r < bins - 1) score += counts[bin + bins * bins]!
    if (g > 0) score += counts[bin - bins]!
    if (g < bins - 1) score += counts[bin + bins]!
    if (b > 0) score += counts[bin - 1]!
    if (b < bins - 1) score += counts[bin + 1]!
    if (score > bestScore) {
      bestScore = score
      best = bin
    }
  }
  return {
    r: Math.floor(best / (bins * bins)) * 16 + 8,
    g: (Math.floor(best / bins) % bins) * 16 + 8,
    b: (best % bins) * 16 + 8,
  }
}

/** Two steps of mean shift. */
function meanNear(rgb: Uint8Array, samples: Int32Array, start: Colour): Colour {
  let centre = start
  for (let step = 0; step < 2; step++) {
    let r = 0
    let g = 0
    let b = 0
    let n = 0
    for (const i of samples) {
      if (!isNear(rgb, i, centre, 24)) continue
      const p = i * 3
      r += rgb[p]!
      g += rgb[p + 1]!
      b += rgb[p + 2]!
      n++
    }
    if (n > 0) centre = { r: r / n, g: g / n, b: b / n }
  }
  return centre
}
