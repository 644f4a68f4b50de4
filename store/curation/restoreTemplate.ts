import { AppError } from '#core/errors'
import { database } from '../database'
import { Prisma } from '../generated/prisma/client'
import { isUuid } from '../jobs/findJob'
import { needSourceAndLicence } from '../templates/saveTemplate'
import type { StoredTemplate } from '../templates/template'
import { writeTemplate } from '../templates/writeTemplate'
import { lockTemplate, unchanged } from './lockTemplate'
import { needFreeSlug, orSlugTaken } from './slugs'

/**
 * Brings back what a template was after a change; that is a change of its own.
 * @throws AppError NOT_FOUND; TemplateConflictError; TemplateIssuesError SLUG_TAKEN when another template has got its slug
 */
export async function restoreTemplate(
  changeId: string,
  expectedVersion: number,
  actor: string,
): Promise<StoredTemplate> {
  const change = isUuid(changeId) ? await database().templateChange.findUnique({ where: { id: changeId } }) : null
  if (!change)
    throw new AppError('NOT_FOUND', 'There is no such change in the history.', { details: { field: 'changeId' } })
  const after = change.after as unknown as StoredTemplate
  const former = unchanged(after)
  const imported = (after.imported as Prisma.InputJsonValue | null) ?? Prisma.DbNull
  return orSlugTaken(() =>
    database().$transaction(async (tx) => {
      const old = await lockTemplate(tx, change.templateId, expectedVersion)
      if (former.words.slug !== old.slug) await needFreeSlug(tx, former.words.slug, old.id)
      if (former.state === 'published') needSourceAndLicence(former.words)
      return writeTemplate(tx, old, { ...former, imported, actor, action: 'restore' })
    }),
  )
}
