import { type ChosenStyle, styleInBox } from '#core/style'
import type { LetteredBox } from '#core/template'
import type { TemplateFieldsFragment } from '../generated/graphql'

type ApiBox = Omit<TemplateFieldsFragment['boxes'][number], '__typename'>

const fonts = { ANTON: 'anton', NOTO_SANS: 'noto-sans', COMIC: 'comic' } as const
const cases = { UPPER: 'upper', AS_TYPED: 'as-typed' } as const
const aligns = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const
const verticals = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' } as const

/** A template's boxes as lettering takes them, with what a person chose over their own style. */
export const templateBoxes = (boxes: readonly ApiBox[], chosen: ChosenStyle = {}): readonly LetteredBox[] =>
  boxes.map(({ box, font, color, outlineColor, outlineWidth, letterCase, align, verticalAlign }) => ({
    box,
    style: styleInBox(
      {
        font: fonts[font],
        color: color ?? 'auto',
        outlineColor: outlineColor ?? 'auto',
        outlineWidth: outlineWidth ?? 'auto',
        letterCase: cases[letterCase],
        align: aligns[align],
        verticalAlign: verticalAlign ? verticals[verticalAlign] : 'auto',
      },
      chosen,
    ),
  }))
