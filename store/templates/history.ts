import { database } from '../database'
import type { TemplateChange } from '../generated/prisma/client'
import { isUuid } from '../jobs/findJob'

/** Which entries of the history are wanted; what is left out does not matter. */
export interface ChangeFilter {
  readonly templateId?: string
  readonly actor?: string
}

/** Some entries, and whether more come after them. */
export interface ChangePage {
  readonly changes: readonly TemplateChange[]
  readonly hasNext: boolean
}

/** Who changed what, the latest first. */
export async function pageOfChanges(
  { templateId, actor }: ChangeFilter,
  first: number,
  offset: number,
): Promise<ChangePage> {
  if (templateId !== undefined && !isUuid(templateId)) return { changes: [], hasNext: false }
  const rows = await database().templateChange.findMany({
    where: { ...(templateId === undefined ? {} : { templateId }), ...(actor === undefined ? {} : { actor }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: offset,
    take: first + 1,
  })
  return { changes: rows.slice(0, first), hasNext: rows.length > first }
}
