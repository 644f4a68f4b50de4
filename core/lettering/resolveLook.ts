import type { CaptionStyle, VerticalAlign } from '../style'
import { contrast, opposite } from './contrast'
import { fontFor } from './fonts'
import type { Background, Look } from './types'

/** Outline of classic meme lettering, outside of the letters, as a fraction of the font size. */
const classicOutline = 0.07
/** WCAG's ratio for text that needs no further help. */
const readable = 4.5

/**
 * Settles every `auto` of a style for one caption: outlined white on a picture, plain on a flat label or bar in whichever of black
 * and white stands out. Colours the user chose stay; they get an outline where they would not be readable without.
 */
export function resolveLook(
  style: CaptionStyle,
  caption: string,
  background: Background,
  placeAlign: Exclude<VerticalAlign, 'auto'>,
): Look {
  const automatic = background.flat ? opposite(background.color) : '#ffffff'
  const color = style.color === 'auto' ? automatic : style.color
  const plain = background.flat && contrast(color, background.color) >= readable
  return {
    font: fontFor(style.font, caption),
    upper: style.letterCase === 'upper',
    color,
    outlineColor: style.outlineColor === 'auto' ? opposite(color) : style.outlineColor,
    outlineWidth: style.outlineWidth === 'auto' ? (plain ? 0 : classicOutline) : style.outlineWidth,
    align: style.align,
    verticalAlign: style.verticalAlign === 'auto' ? placeAlign : style.verticalAlign,
  }
}
