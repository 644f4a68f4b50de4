import { AppError } from '#core/errors'
import { database } from '../database'
import type { StoredTemplate } from '../templates/template'
import { lockTemplate } from './lockTemplate'

/**
 * Deletes a draft that was never published, with its history.
 * @returns what it was
 * @throws AppError NOT_FOUND | WRONG_STATE; TemplateConflictError
 */
export async function deleteDraft(id: string, expectedVersion: number): Promise<StoredTemplate> {
  return database().$transaction(async (tx) => {
    const template = await lockTemplate(tx, id, expectedVersion)
    if (template.state !== 'DRAFT' || template.publishedAt !== null)
      throw new AppError('WRONG_STATE', 'It was published, so memes may have been made with it. Retire it instead.')
    await tx.$executeRaw`delete from template_distinction where template_a = ${id}::uuid or template_b = ${id}::uuid`
    await tx.template.delete({ where: { id } })
    return template
  })
}
