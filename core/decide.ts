import type { Mode } from './mode'
import type { TextLine, TextRegion } from './text'

/** Which of a picture's words go. */
export interface Decision {
  /** Regions whose words go. */
  readonly replace: readonly TextRegion[]
  /** Their lines. */
  readonly lines: readonly TextLine[]
  /** Why no words go, in words for people; null when some do. */
  readonly skippedBecause: string | null
}

/** Percent of the picture's area that the lines' boxes cover together. */
export const coveragePercent = (lines: readonly TextLine[]): number =>
  100 * lines.reduce((sum, { box }) => sum + box.width * box.height, 0)

/** Lines read with a probability of at least `threshold`. */
export const confidentLines = (lines: readonly TextLine[], threshold: number): readonly TextLine[] =>
  lines.filter(({ confidence }) => confidence >= threshold)

const keeping = (skippedBecause: string): Decision => ({ replace: [], lines: [], skippedBecause })

/**
 * Decides which words are taken away.
 * @param regions found above `ocr.confidence_threshold`
 * @param skipPercent `image_processing.skip_text_removal_threshold`: words that cover less of the picture's area stay
 */
export function decide(
  regions: readonly TextRegion[],
  keepRegions: readonly string[],
  mode: Mode,
  skipPercent: number,
): Decision {
  if (regions.length === 0) return keeping('No words were found on the picture.')
  if (mode === 'OVERLAY' || mode === 'CAPTION_BAR') return keeping('In this mode the words on the picture stay.')
  const replace = regions.filter(({ id }) => !keepRegions.includes(id))
  if (replace.length === 0) return keeping('All words that were found are kept, as asked.')
  const lines = replace.flatMap((region) => region.lines)
  const covered = coveragePercent(lines)
  if (covered < skipPercent)
    return keeping(`The words cover ${covered.toFixed(2)} % of the picture: too little to be a caption.`)
  return { replace, lines, skippedBecause: null }
}
