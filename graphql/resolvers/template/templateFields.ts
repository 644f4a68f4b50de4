import type { PictureFile } from '#core/analysis'
import type { TemplatePicture } from '#store/generated/prisma/client'
import { defaultPicture, type StoredTemplate } from '#store/templates/template'
import type { TemplateBoxResolvers, TemplatePictureResolvers, TemplateResolvers } from '../../generated/resolvers'

const fonts = { anton: 'ANTON', 'noto-sans': 'NOTO_SANS', comic: 'COMIC' } as const
const letterCases = { upper: 'UPPER', 'as-typed': 'AS_TYPED' } as const
const aligns = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const
const verticalAligns = { top: 'TOP', middle: 'MIDDLE', bottom: 'BOTTOM', auto: null } as const

const unlessAuto = <T>(value: T | 'auto'): T | null => (value === 'auto' ? null : value)

/** A picture's small copy. */
export const thumbnailOf = ({ thumbFile, thumbWidth, thumbHeight }: TemplatePicture): PictureFile => ({
  file: thumbFile,
  width: thumbWidth,
  height: thumbHeight,
})

/** The default picture, then the variants. */
export function picturesInOrder(template: Pick<StoredTemplate, 'pictures'>): TemplatePicture[] {
  const first = defaultPicture(template)
  return [first, ...template.pictures.filter(({ id }) => id !== first.id)]
}

/** How a template's row becomes the public Template. Fields that are not here have the row's own names and values. */
export const templateFields: TemplateResolvers = {
  pictures: (template) => picturesInOrder(template),
  thumbnail: (template) => thumbnailOf(defaultPicture(template)),
}

/** A box's style in the contract's words; null is `auto`. */
export const templateBoxFields: TemplateBoxResolvers = {
  font: ({ style }) => fonts[style.font],
  color: ({ style }) => unlessAuto(style.color),
  outlineColor: ({ style }) => unlessAuto(style.outlineColor),
  outlineWidth: ({ style }) => unlessAuto(style.outlineWidth),
  letterCase: ({ style }) => letterCases[style.letterCase],
  align: ({ style }) => aligns[style.align],
  verticalAlign: ({ style }) => verticalAligns[style.verticalAlign],
}

/** How a template's picture becomes the public one. */
export const templatePictureFields: TemplatePictureResolvers = {
  image: ({ file, width, height }) => ({ file, width, height }),
  thumbnail: thumbnailOf,
}
