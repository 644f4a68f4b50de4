import { randomUUID } from 'node:crypto'
import type { TemplateState } from '#core/template'
import type { Prisma } from '../generated/prisma/client'
import type { NewTemplatePicture, TemplateChangeRequest } from './saveTemplate'
import { writeSearchWords } from './searchWords'
import { type StoredTemplate, storedTemplate, withPictures } from './template'
import { enqueueDescribing, enqueueDescribingLater } from './vectors/describing'

/** What rows call the states. */
export const stateRows = { draft: 'DRAFT', published: 'PUBLISHED', retired: 'RETIRED' } as const satisfies Record<
  TemplateState,
  string
>

/** A template as it shall be, with what only curators change. */
export interface TemplateWrite extends TemplateChangeRequest {
  /** The template that it is merged into; none when left out. */
  readonly mergedInto?: string
  /** Uses that come over from a merged template. */
  readonly moreUses?: Pick<StoredTemplate, 'uses' | 'lastUsedAt'>
}

/** What the history keeps of a template: all that curators decide. */
export function definitionOf(template: StoredTemplate): Prisma.InputJsonObject {
  const kept: Partial<StoredTemplate> = {
    ...template,
    uses: undefined,
    lastUsedAt: undefined,
    version: undefined,
    publishedAt: undefined,
    createdAt: undefined,
    updatedAt: undefined,
  }
  return JSON.parse(JSON.stringify(kept))
}

/** A template as it is now. */
export const readTemplate = async (tx: Prisma.TransactionClient, id: string): Promise<StoredTemplate> =>
  storedTemplate(await tx.template.findUniqueOrThrow({ where: { id }, include: withPictures }))

const laterOf = (one: Date | null, other: Date | null): Date | null =>
  one && other ? (one > other ? one : other) : (one ?? other)

/**
 * Writes a template with its pictures, search words and one entry in its history, and asks for its vectors. A former slug leads to the template from then
 * on.
 * @param old what it is now, as read in this transaction; null for a new one
 */
export async function writeTemplate(
  tx: Prisma.TransactionClient,
  old: StoredTemplate | null,
  { words, state, pictures, imported, actor, action, mergedInto, moreUses }: TemplateWrite,
): Promise<StoredTemplate> {
  const now = new Date()
  const data = {
    slug: words.slug,
    name: words.name,
    aliases: [...words.aliases],
    keywords: [...words.keywords],
    description: words.description,
    boxes: words.boxes as unknown as Prisma.InputJsonArray,
    boxCount: words.boxes.length,
    source: words.source,
    licence: words.licence,
    state: stateRows[state],
    mergedInto: mergedInto ?? null,
    animated: pictures.some(({ frames }) => frames > 1),
    ...(imported === undefined ? {} : { imported }),
    ...(state === 'published' && !old?.publishedAt ? { publishedAt: now } : {}),
    ...(moreUses
      ? { uses: { increment: moreUses.uses }, lastUsedAt: laterOf(old?.lastUsedAt ?? null, moreUses.lastUsedAt) }
      : {}),
    updatedAt: now,
  }
  const id = old?.id ?? randomUUID()
  if (old) await tx.template.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
  else await tx.template.create({ data: { id, ...data, uses: 0 } })
  await keepSlugs(tx, id, old?.slug, words.slug)
  await writePictures(tx, id, pictures)
  await writeSearchWords(tx, id)
  await (action === 'import' ? enqueueDescribingLater : enqueueDescribing)(tx)
  const row = await readTemplate(tx, id)
  const before = old ? { before: definitionOf(old) } : {}
  await tx.templateChange.create({
    data: { id: randomUUID(), templateId: id, actor, action, ...before, after: definitionOf(row) },
  })
  return row
}

/** The former slug leads to the template; the new one leads nowhere else any more. */
async function keepSlugs(
  tx: Prisma.TransactionClient,
  templateId: string,
  former: string | undefined,
  slug: string,
): Promise<void> {
  if (former === slug) return
  await tx.templateRedirect.deleteMany({ where: { slug } })
  if (former !== undefined) await tx.templateRedirect.create({ data: { slug: former, templateId } })
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
