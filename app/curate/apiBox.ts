import { templateBoxes } from '../create/templateBoxes'
import type { CuratedTemplateFieldsFragment, TemplateBoxInput } from '../generated/graphql'
import type { EditedBox } from './editedBox'

type ApiBox = CuratedTemplateFieldsFragment['template']['boxes'][number]

const fonts = { anton: 'ANTON', 'noto-sans': 'NOTO_SANS', comic: 'COMIC' } as const
const cases = { upper: 'UPPER', 'as-typed': 'AS_TYPED' } as const
const aligns = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const
const verticals = { top: 'TOP', middle: 'MIDDLE', bottom: 'BOTTOM', auto: null } as const

/** The API's boxes as the editor has them. Their ids are their numbers, so that the same boxes are equal. */
export const editedBoxes = (boxes: readonly ApiBox[]): readonly EditedBox[] =>
  templateBoxes(boxes).map((lettered, index) => ({
    ...lettered,
    id: `box-${index}`,
    example: boxes[index]?.example ?? '',
  }))

const chosen = <T>(value: T | 'auto'): T | null => (value === 'auto' ? null : value)

/** A box as the API takes it. */
export const boxInput = ({ box, style, example }: EditedBox): TemplateBoxInput => ({
  box: { x: box.x, y: box.y, width: box.width, height: box.height, angle: box.angle },
  font: fonts[style.font],
  color: chosen(style.color),
  outlineColor: chosen(style.outlineColor),
  outlineWidth: chosen(style.outlineWidth),
  letterCase: cases[style.letterCase],
  align: aligns[style.align],
  verticalAlign: verticals[style.verticalAlign],
  example,
})
