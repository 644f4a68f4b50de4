import { randomUUID } from 'node:crypto'
import { AppError } from '#core/errors'
import { database } from '../database'
import { isUuid } from '../jobs/findJob'
import type { StoredTemplate } from '../templates/template'
import { definitionOf, readTemplate } from '../templates/writeTemplate'

/**
 * Remembers that two templates look alike and are not the same, with an entry in the history of both. Saying it again changes nothing.
 * @returns the first of them
 * @throws AppError NOT_FOUND | INPUT_INVALID when they are one
 */
export async function markDifferent(templateId: string, otherId: string, actor: string): Promise<StoredTemplate> {
  if (templateId === otherId)
    throw new AppError('INPUT_INVALID', 'Choose two different templates.', { details: { field: 'otherId' } })
  return database().$transaction(async (tx) => {
    const ids = [templateId, otherId].filter(isUuid)
    const found = await tx.$queryRaw<unknown[]>`select id from template where id = any(${ids}::uuid[]) for key share`
    if (found.length < 2) throw new AppError('NOT_FOUND', 'One of these templates does not exist (any more).')
    const [templateA, templateB] = [templateId, otherId].sort() as [string, string]
    const { count } = await tx.templateDistinction.createMany({
      data: [{ templateA, templateB, actor }],
      skipDuplicates: true,
    })
    const [one, other] = [await readTemplate(tx, templateId), await readTemplate(tx, otherId)]
    if (count === 0) return one
    for (const [template, from] of [
      [one, other],
      [other, one],
    ] as const) {
      const definition = definitionOf(template)
      const entry = { templateId: template.id, actor, action: `mark different from ${from.slug}` }
      await tx.templateChange.create({ data: { id: randomUUID(), ...entry, before: definition, after: definition } })
    }
    return one
  })
}

/** Templates that somebody marked as different from this one. */
export async function markedDifferent(templateId: string): Promise<readonly string[]> {
  const rows = await database().templateDistinction.findMany({
    where: { OR: [{ templateA: templateId }, { templateB: templateId }] },
    orderBy: { createdAt: 'desc' },
  })
  return rows.map(({ templateA, templateB }) => (templateA === templateId ? templateB : templateA))
}
