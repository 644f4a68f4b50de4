import type { CaptionStyle, VerticalAlign } from '../style'
import { contrast, luminance, opposite } from './contrast'
import { fontFor } from './fonts'
import type { Background, Look } from './types'

/** Outline of classic meme lettering, outside of the letters, as a fraction of the font size. */
const classicOutline = 0.07
/** WCAG's ratio for text that needs no further help. */
const readable = 4.5
/** Relative luminance from which a flat ground is paper: white labels, bars and bubbles, but not a clear sky. */
const paper = 0.6
/** An outline that contrasts less with what is under it is not seen. */
const visible = 1.5

/**
 * Settles every `auto` of a style for one caption: outlined white on a picture and on flat colours, as memes have it, plain dark on
 * paper, plain white where the outline would not be seen. Colours the user chose stay; they get an outline where they would not be
 * readable without.
 */
export function resolveLook(
  style: CaptionStyle,
  caption: string,
  background: Background,
  placeAlign: Exclude<VerticalAlign, 'auto'>,
): Look {
  const automatic = background.flat && luminance(background.color) >= paper ? '#000000' : '#ffffff'
  const color = style.color === 'auto' ? automatic : style.color
  const outlineColor = style.outlineColor === 'auto' ? opposite(color) : style.outlineColor
  const dark = luminance(color) < luminance(background.color)
  const plain =
    background.flat &&
    contrast(color, background.color) >= readable &&
    (dark || contrast(outlineColor, background.color) < visible)
  return {
    font: fontFor(style.font, caption),
    upper: style.letterCase === 'upper',
    color,
    outlineColor,
    outlineWidth: style.outlineWidth === 'auto' ? (plain ? 0 : classicOutline) : style.outlineWidth,
    align: style.align,
    verticalAlign: style.verticalAlign === 'auto' ? placeAlign : style.verticalAlign,
  }
}
