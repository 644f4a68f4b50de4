import { AppError } from '#core/errors'
import { database } from '../database'
import type { TemplateChange } from '../generated/prisma/client'
import { isUuid } from '../jobs/findJob'
import { saveTemplate } from './saveTemplate'
import type { StoredTemplate } from './template'

/** Who changed what, the latest first. */
export async function historyOf(templateId: string): Promise<TemplateChange[]> {
  return database().templateChange.findMany({ where: { templateId }, orderBy: { createdAt: 'desc' } })
}

const stateOf = { DRAFT: 'draft', PUBLISHED: 'published', RETIRED: 'retired' } as const

/** Brings back what a template was after a change; that is a change of its own. @throws AppError NOT_FOUND */
export async function restoreTemplate(changeId: string, actor: string): Promise<StoredTemplate> {
  const change = isUuid(changeId) ? await database().templateChange.findUnique({ where: { id: changeId } }) : null
  if (!change) throw new AppError('NOT_FOUND', 'There is no such change in the history.')
  const { state, pictures, ...words } = change.after as unknown as StoredTemplate
  return saveTemplate({
    words,
    state: stateOf[state],
    pictures: pictures.map(({ id: _, templateId: __, ...picture }) => picture),
    actor,
    action: 'restore',
  })
}
