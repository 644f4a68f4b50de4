import { coverage } from './coverage'
import { upperCase } from './letterCase'
import { graphemes } from './lineBreaks'
import { normalizeCaption } from './normalizeCaption'
import { type CodePoints, decodeRanges } from './ranges'

/** Shapes text but draws nothing itself: joiners, variation selectors, direction marks, spaces. */
const drawsNothing = /[\p{Default_Ignorable_Code_Point}\p{Z}\n]/u

let decoded: readonly CodePoints[] | undefined

/** One set per font file, all families: every stack ends with all of them. Read when first asked for. */
function files(): readonly CodePoints[] {
  decoded ??= Object.values(coverage).flatMap((texts) => texts.map(decodeRanges))
  return decoded
}

/** Some fonts say that they hold these. */
const control = /[^\P{Cc}\n]/u

function canDraw(character: string): boolean {
  if (control.test(character)) return false
  const codePoints = Array.from(character)
    .filter((part) => !drawsNothing.test(part))
    .map((part) => part.codePointAt(0)!)
  // Letter and mark must come from one file: fonts do not put their marks on each other's letters.
  return codePoints.length === 0 || files().some((file) => codePoints.every((codePoint) => file.has(codePoint)))
}

/**
 * Which characters of a caption, as a reader sees them, no font of ours can draw, as typed or in capitals; each once. Needs no
 * canvas, so that site and worker can refuse such a caption before a job runs.
 */
export function unsupportedCharacters(text: string): readonly string[] {
  const typed = normalizeCaption(text)
  const distinct = new Set([...graphemes(typed), ...graphemes(upperCase(typed))])
  return [...distinct].filter((character) => !canDraw(character))
}
