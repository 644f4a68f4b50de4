import type { TemplateEdit } from '#core/curation/templateEdit'
import type { TemplateBox } from '#core/template'
import type { Maybe, TemplateBoxInput, UpdateTemplateInput } from '../generated/resolvers'

const fonts = { ANTON: 'anton', NOTO_SANS: 'noto-sans', COMIC: 'comic' } as const
const letterCases = { UPPER: 'upper', AS_TYPED: 'as-typed' } as const
const aligns = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const
const verticalAligns = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' } as const

/** A box in our own words; null is `auto`. */
const readBox = (input: TemplateBoxInput): TemplateBox => ({
  box: { ...input.box, angle: input.box.angle ?? 0 },
  style: {
    font: fonts[input.font ?? 'ANTON'],
    color: input.color ?? 'auto',
    outlineColor: input.outlineColor ?? 'auto',
    outlineWidth: input.outlineWidth ?? 'auto',
    letterCase: letterCases[input.letterCase ?? 'UPPER'],
    align: aligns[input.align ?? 'CENTER'],
    verticalAlign: input.verticalAlign ? verticalAligns[input.verticalAlign] : 'auto',
  },
  example: input.example ?? '',
})

const unlessNull = <K extends string, T>(key: K, value: Maybe<T> | undefined): { readonly [key in K]?: T } =>
  value == null ? {} : ({ [key]: value } as { readonly [key in K]?: T })

/** What a client says of a template, in our own words; what is null or left out is not said. Whether it is right, the store checks. */
export const readTemplateWords = (
  said: Omit<UpdateTemplateInput, 'id' | 'expectedVersion' | 'pictures'>,
): TemplateEdit => ({
  ...unlessNull('name', said.name),
  ...unlessNull('slug', said.slug),
  ...unlessNull('aliases', said.aliases),
  ...unlessNull('keywords', said.keywords),
  ...unlessNull('description', said.description),
  ...unlessNull('boxes', said.boxes?.map(readBox)),
  ...unlessNull('source', said.source),
  ...unlessNull('licence', said.licence),
})
