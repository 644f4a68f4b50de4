import { upperCase } from '#core/lettering/letterCase'
import { normalizeCaption } from '#core/lettering/normalizeCaption'
import type { CaptionLayout } from '#core/lettering/types'

const bare = (text: string): string => text.replace(/[\s\u200B\u200E\u200F]/g, '')

/** How many words of a caption are not in its lines, in order, letter by letter. */
export function lostWords(caption: string, layout: CaptionLayout, upper: boolean): number {
  const typed = normalizeCaption(caption)
  const laidOut = bare(layout.lines.map((line) => line.text).join(''))
  let from = 0
  let lost = 0
  for (const word of (upper ? upperCase(typed) : typed).split(/\s+/).map(bare)) {
    const found = laidOut.indexOf(word, from)
    if (found === -1) lost += 1
    else from = found + word.length
  }
  return lost
}
