import type { ChosenStyle } from '#core/style'
import type { CaptionStyleInput, Maybe } from '../generated/resolvers'
import { inRange, invalid } from './invalid'

const fonts = { ANTON: 'anton', NOTO_SANS: 'noto-sans', COMIC: 'comic' } as const
const letterCases = { UPPER: 'upper', AS_TYPED: 'as-typed' } as const
const aligns = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const
const verticalAligns = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' } as const

const MAX_OUTLINE_WIDTH = 0.3

function readColor(field: string, color: string): string {
  if (/^#[0-9a-f]{6}$/i.test(color)) return color.toLowerCase()
  throw invalid(field, `${field} must be a colour like #ff8800.`)
}

/** What the client said about the style, and nothing else. @throws AppError INPUT_INVALID */
export function readChosenStyle(input: Maybe<CaptionStyleInput> | undefined): ChosenStyle {
  const { font, color, outlineColor, outlineWidth, letterCase, align, verticalAlign } = input ?? {}
  return {
    ...(font ? { font: fonts[font] } : {}),
    ...(color == null ? {} : { color: readColor('style.color', color) }),
    ...(outlineColor == null ? {} : { outlineColor: readColor('style.outlineColor', outlineColor) }),
    ...(outlineWidth == null
      ? {}
      : { outlineWidth: inRange('style.outlineWidth', outlineWidth, 0, MAX_OUTLINE_WIDTH) }),
    ...(letterCase ? { letterCase: letterCases[letterCase] } : {}),
    ...(align ? { align: aligns[align] } : {}),
    ...(verticalAlign ? { verticalAlign: verticalAligns[verticalAlign] } : {}),
  }
}
