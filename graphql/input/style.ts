import { type CaptionStyle, defaultStyle } from '#core/style'
import type { CaptionStyleInput, Maybe } from '../generated/resolvers'
import { inRange, invalid } from './invalid'

const fonts = { ANTON: 'anton', NOTO_SANS: 'noto-sans', COMIC: 'comic' } as const
const letterCases = { UPPER: 'upper', AS_TYPED: 'as-typed' } as const
const aligns = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const
const verticalAligns = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' } as const

const MAX_OUTLINE_WIDTH = 0.3

function readColor(field: string, color: Maybe<string> | undefined): string {
  if (color == null) return 'auto'
  if (/^#[0-9a-f]{6}$/i.test(color)) return color.toLowerCase()
  throw invalid(field, `${field} must be a colour like #ff8800.`)
}

/** A whole style: what the client left out takes its default. @throws AppError INPUT_INVALID */
export function readStyle(input: Maybe<CaptionStyleInput> | undefined): CaptionStyle {
  const { font, color, outlineColor, outlineWidth, letterCase, align, verticalAlign } = input ?? {}
  return {
    font: font ? fonts[font] : defaultStyle.font,
    color: readColor('style.color', color),
    outlineColor: readColor('style.outlineColor', outlineColor),
    outlineWidth:
      outlineWidth == null
        ? defaultStyle.outlineWidth
        : inRange('style.outlineWidth', outlineWidth, 0, MAX_OUTLINE_WIDTH),
    letterCase: letterCase ? letterCases[letterCase] : defaultStyle.letterCase,
    align: align ? aligns[align] : defaultStyle.align,
    verticalAlign: verticalAlign ? verticalAligns[verticalAlign] : defaultStyle.verticalAlign,
  }
}
