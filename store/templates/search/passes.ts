import { Prisma } from '../../generated/prisma/client'
import type { TemplateFilter } from '../findTemplates'

/** The condition that a row of `template` passes a filter, for raw SQL; only what is published is ever found. */
export function passesSql({ tags, boxCount, animated }: TemplateFilter): Prisma.Sql {
  const conditions = [
    Prisma.sql`state = 'PUBLISHED'`,
    ...(tags && tags.length > 0 ? [Prisma.sql`keywords @> ${[...tags]}::text[]`] : []),
    ...(boxCount === undefined ? [] : [Prisma.sql`box_count = ${boxCount}::int`]),
    ...(animated === undefined ? [] : [Prisma.sql`animated = ${animated}`]),
  ]
  return Prisma.join(conditions, ' and ')
}
