import { AppError } from '#core/errors'
import type { Prisma } from '../generated/prisma/client'
import { isUuid } from '../jobs/findJob'
import type { NewTemplatePicture } from '../templates/saveTemplate'
import type { StoredTemplate } from '../templates/template'
import { readTemplate } from '../templates/writeTemplate'

/** Somebody else changed the template first. */
export class TemplateConflictError extends AppError {
  readonly templateId: string
  constructor(templateId: string) {
    super('TEMPLATE_CHANGED')
    this.name = 'TemplateConflictError'
    this.templateId = templateId
  }
}

/**
 * A template as it is now; nobody else changes it until the transaction ends.
 * @param expectedVersion the version that a change was made on
 * @throws AppError NOT_FOUND; TemplateConflictError when it is another version by now
 */
export async function lockTemplate(
  tx: Prisma.TransactionClient,
  id: string,
  expectedVersion: number,
): Promise<StoredTemplate> {
  const rows = isUuid(id)
    ? await tx.$queryRaw<{ version: number }[]>`select version from template where id = ${id}::uuid for update`
    : []
  const [row] = rows
  if (!row) throw new AppError('NOT_FOUND', 'There is no template with this id.', { details: { field: 'id' } })
  if (row.version !== expectedVersion) throw new TemplateConflictError(id)
  return readTemplate(tx, id)
}

/** A template's pictures as `writeTemplate` takes them. */
export const picturesOf = ({ pictures }: Pick<StoredTemplate, 'pictures'>): NewTemplatePicture[] =>
  pictures.map(({ id: _, templateId: __, ...picture }) => picture)

const stateNames = { DRAFT: 'draft', PUBLISHED: 'published', RETIRED: 'retired' } as const

/** All that a write would have to repeat to change nothing. */
export const unchanged = (template: StoredTemplate) => ({
  words: {
    slug: template.slug,
    name: template.name,
    aliases: template.aliases,
    keywords: template.keywords,
    description: template.description,
    boxes: template.boxes,
    source: template.source,
    licence: template.licence,
  },
  state: stateNames[template.state],
  pictures: picturesOf(template),
  ...(template.mergedInto ? { mergedInto: template.mergedInto } : {}),
})
