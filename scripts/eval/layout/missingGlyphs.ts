import { createCanvas } from '@napi-rs/canvas'
import { setFont, setLine, type TextContext } from '#core/lettering/canvasText'
import { graphemes } from '#core/lettering/lineBreaks'
import type { CaptionLayout, FontSpec } from '#core/lettering/types'
import { unsupportedCharacters } from '#core/lettering/unsupportedCharacters'

const sizePx = 32
/** Not assigned to any character, so this draws what a missing glyph looks like. */
const unassigned = '\u0378'

const seen = new Map<string, boolean>()

function pixels(text: string, font: FontSpec): string {
  const canvas = createCanvas(sizePx * 2, sizePx * 2)
  const context = canvas.getContext('2d') as unknown as TextContext
  setFont(context, font, sizePx)
  setLine(context, 'ltr')
  context.fillText(text, sizePx / 2, sizePx * 1.4)
  return canvas.data().toString('latin1')
}

const blank = createCanvas(sizePx * 2, sizePx * 2)
  .data()
  .toString('latin1')

function isMissing(character: string, font: FontSpec): boolean {
  const key = `${font.stack}|${character}`
  let missing = seen.get(key)
  if (missing === undefined) {
    const drawn = pixels(character, font)
    const invisible = drawn === blank && !/^[\p{Default_Ignorable_Code_Point}\p{Z}]*$/u.test(character)
    missing = invisible || drawn === pixels(unassigned, font) || unsupportedCharacters(character).length > 0
    seen.set(key, missing)
  }
  return missing
}

/** How many characters of a caption come out as a missing glyph, or as nothing, when they are really drawn. */
export const missingGlyphs = ({ lines, font }: CaptionLayout): number =>
  lines.flatMap((line) => graphemes(line.text)).filter((character) => isMissing(character, font)).length
