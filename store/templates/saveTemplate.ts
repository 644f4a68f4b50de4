import { randomUUID } from 'node:crypto'
import { AppError } from '#core/errors'
import type { TemplateDefinition, TemplateState } from '#core/template'
import { database } from '../database'
import type { Prisma } from '../generated/prisma/client'
import { writeSearchWords } from './searchWords'
import { type StoredTemplate, storedTemplate, withPictures } from './template'
import { enqueueDescribing } from './vectors/describing'

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
  /** What an import said that we have no words for. */
  readonly imported?: Prisma.InputJsonValue
  /** Who changes it: for the history. */
  readonly actor: string
  /** What is done, as the history names it: "create", "import", "edit", "restore", … */
  readonly action: string
}

const states = { draft: 'DRAFT', published: 'PUBLISHED', retired: 'RETIRED' } as const satisfies Record<
  TemplateState,
  string
>

/** What the history keeps of a template. */
const definitionOf = (template: StoredTemplate): Prisma.InputJsonObject =>
  JSON.parse(
    JSON.stringify({ ...template, uses: undefined, lastUsedAt: undefined, createdAt: undefined, updatedAt: undefined }),
  )

/**
 * Creates the template of a slug or changes it, pictures included, with one entry in its history. Its search words are rewritten in the same transaction.
 * @throws AppError INPUT_INVALID when it is to be published without source or licence, or has no default picture
 */
export async function saveTemplate(change: TemplateChangeRequest): Promise<StoredTemplate> {
  const { words, state, pictures, actor, action } = change
  if (state === 'published') needSourceAndLicence(words)
  if (!pictures.some(({ style }) => style === 'default')) {
    throw new AppError('INPUT_INVALID', 'A template needs a default picture.')
  }
  return database().$transaction(async (tx) => {
    const old = await tx.template.findUnique({ where: { slug: words.slug }, include: withPictures })
    const data = {
      name: words.name,
      aliases: [...words.aliases],
      keywords: [...words.keywords],
      description: words.description,
      boxes: words.boxes as unknown as Prisma.InputJsonArray,
      boxCount: words.boxes.length,
      source: words.source,
      licence: words.licence,
      state: states[state],
      animated: pictures.some(({ frames }) => frames > 1),
      ...(change.imported === undefined ? {} : { imported: change.imported }),
      updatedAt: new Date(),
    }
    const { id } = old
      ? await tx.template.update({ where: { id: old.id }, data })
      : await tx.template.create({ data: { id: randomUUID(), slug: words.slug, ...data } })
    await writePictures(tx, id, pictures)
    await writeSearchWords(tx, id)
    await enqueueDescribing(tx)
    const row = storedTemplate(await tx.template.findUniqueOrThrow({ where: { id }, include: withPictures }))
    await tx.templateChange.create({
      data: {
        id: randomUUID(),
        templateId: id,
        actor,
        action,
        ...(old ? { before: definitionOf(storedTemplate(old)) } : {}),
        after: definitionOf(row),
      },
    })
    return row
  })
}

/** What publishing needs. @throws AppError INPUT_INVALID with the field that is empty */
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

/** Pictures whose bytes are the same keep their row, and with it their vectors. */
async function writePictures(
  tx: Prisma.TransactionClient,
  templateId: string,
  pictures: readonly NewTemplatePicture[],
): Promise<void> {
  await tx.templatePicture.deleteMany({ where: { templateId, style: { notIn: pictures.map(({ style }) => style) } } })
  for (const picture of pictures) {
    const { style } = picture
    const old = await tx.templatePicture.findUnique({ where: { templateId_style: { templateId, style } } })
    if (old?.sourceSha256 === picture.sourceSha256 && old.file === picture.file) continue
    if (old) await tx.templatePicture.delete({ where: { id: old.id } })
    await tx.templatePicture.create({ data: { id: randomUUID(), templateId, ...picture } })
  }
}
