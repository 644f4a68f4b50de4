import { AppError } from '#core/errors'
import type { TemplateDefinition, TemplateState } from '#core/template'
import { database } from '../database'
import type { Prisma } from '../generated/prisma/client'
import { type StoredTemplate, storedTemplate, withPictures } from './template'
import { writeTemplate } from './writeTemplate'

/** A picture that is in the file store already. */
export interface NewTemplatePicture {
  readonly style: string
  /** Under sources: the bytes as they came. */
  readonly sourceSha256: string
  /** Under images: the first frame. */
  readonly file: string
  readonly thumbFile: string
  readonly thumbWidth: number
  readonly thumbHeight: number
  readonly width: number
  readonly height: number
  readonly frames: number
}

/** All of a template but its pictures. */
export type TemplateWords = Omit<TemplateDefinition, 'pictures'>

/** A template as it shall be, and who says so. */
export interface TemplateChangeRequest {
  readonly words: TemplateWords
  readonly state: TemplateState
  readonly pictures: readonly NewTemplatePicture[]
  /** What an import said that we have no words for; what is known of it stays when left out. */
  readonly imported?: Prisma.InputJsonValue | typeof Prisma.DbNull
  /** Who changes it: for the history. */
  readonly actor: string
  /** What is done, as the history names it: "create", "import", "edit", "restore", … */
  readonly action: string
}

/**
 * Creates the template of a slug or changes it, pictures included, with one entry in its history. Its search words are rewritten in the same transaction.
 * @throws AppError INPUT_INVALID when it is to be published without source or licence, or has no default picture
 */
export async function saveTemplate(change: TemplateChangeRequest): Promise<StoredTemplate> {
  const { words, state, pictures } = change
  if (state === 'published') needSourceAndLicence(words)
  if (!pictures.some(({ style }) => style === 'default')) {
    throw new AppError('INPUT_INVALID', 'A template needs a default picture.')
  }
  return database().$transaction(async (tx) => {
    // Curators who change it at the same moment come before or after this.
    await tx.$queryRaw`select 1 from template where slug = ${words.slug} for update`
    const old = await tx.template.findUnique({ where: { slug: words.slug }, include: withPictures })
    const mergedInto = state === 'retired' ? (old?.mergedInto ?? undefined) : undefined
    return writeTemplate(tx, old && storedTemplate(old), { ...change, ...(mergedInto ? { mergedInto } : {}) })
  })
}

/** The least that publishing needs. @throws AppError INPUT_INVALID with the field that is empty */
export function needSourceAndLicence({ source, licence }: TemplateWords): void {
  if (source.trim() === '' || licence.trim() === '') {
    throw new AppError(
      'INPUT_INVALID',
      'Say where the picture comes from and under which licence before you publish it.',
      {
        details: { field: source.trim() === '' ? 'source' : 'licence' },
      },
    )
  }
}
