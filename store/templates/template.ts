import type { TemplateBox } from '#core/template'
import type { Prisma, Template, TemplatePicture } from '../generated/prisma/client'

/** A template as the stores give it. */
export type StoredTemplate = Omit<Template, 'boxes'> & {
  readonly boxes: readonly TemplateBox[]
  readonly pictures: readonly TemplatePicture[]
}

/** Reads a template with its pictures, in the order of their styles. */
export const withPictures = { pictures: { orderBy: { style: 'asc' } } } as const satisfies Prisma.TemplateInclude

/** JSON columns come untyped: what is in them was checked when it was written. */
export const storedTemplate = (row: Template & { pictures: TemplatePicture[] }): StoredTemplate => ({
  ...row,
  boxes: row.boxes as unknown as readonly TemplateBox[],
})

/** Every template has a default picture: `saveTemplate` sees to it. */
export const defaultPicture = ({ pictures }: Pick<StoredTemplate, 'pictures'>): TemplatePicture =>
  pictures.find(({ style }) => style === 'default') ?? pictures[0]!
