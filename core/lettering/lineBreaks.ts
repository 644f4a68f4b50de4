import LineBreaker from 'linebreak'

/** A part of a line that is never broken, with the spaces after it. `ends`: a line feed follows. */
export interface Piece {
  readonly text: string
  readonly ends: boolean
}

const withoutSpaces = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{2,}/gu
const hangul = /\p{Script=Hangul}/u
/** A Korean word with its particles is shorter; a longer run is words without the spaces between them. */
const longHangul = /\p{Script=Hangul}{11,}/gu

const graphemeSegmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wordSegmenter = new Intl.Segmenter('th', { granularity: 'word' })

/** What a reader sees as single characters: a ZWJ family or a letter with its marks is one. */
export const graphemes = (text: string): readonly string[] =>
  Array.from(graphemeSegmenter.segment(text), ({ segment }) => segment)

function boundaries(segmenter: Intl.Segmenter, text: string, offset = 0): readonly number[] {
  return Array.from(segmenter.segment(text), ({ index }) => offset + index)
}

/** Offsets at which a line may end, by UAX #14 as readers expect it of captions. */
function breakOffsets(text: string): readonly number[] {
  const offsets = new Set<number>()
  const breaker = new LineBreaker(text)
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) offsets.add(found.position)
  // UAX #14 leaves scripts without spaces to a dictionary.
  for (const { 0: run, index } of text.matchAll(withoutSpaces)) {
    for (const offset of boundaries(wordSegmenter, run, index)) if (offset > index) offsets.add(offset)
  }
  const whole = new Set(boundaries(graphemeSegmenter, text))
  const longRuns = Array.from(text.matchAll(longHangul), ({ 0: run, index }) => ({
    first: index,
    last: index + run.length,
  }))
  return (
    [...offsets]
      .filter((offset) => offset > 0 && offset < text.length && whole.has(offset))
      // Korean breaks at spaces, though the standard allows it between any two syllables.
      .filter(
        (offset) =>
          !(hangul.test(text[offset - 1]!) && hangul.test(text[offset]!)) ||
          longRuns.some(({ first, last }) => first < offset && offset < last),
      )
      .sort((a, b) => a - b)
  )
}

/** Cuts a caption into the parts between which lines may be broken; joined again they are the caption, line feeds apart. */
export function pieces(caption: string): readonly Piece[] {
  return caption.split('\n').flatMap((paragraph) => {
    const offsets = [0, ...breakOffsets(paragraph), paragraph.length]
    return offsets.slice(1).map((end, index) => ({
      text: paragraph.slice(offsets[index], end),
      ends: end === paragraph.length,
    }))
  })
}
