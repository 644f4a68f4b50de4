import { database } from '../../database'
import type { Prisma } from '../../generated/prisma/client'
import { MOST_HITS, type WordHit } from './byWords'

/** Templates whose name begins so, the most used first: what one or two letters ask for. Some word of nearly every template begins with them. */
export async function byFirstLetters(letters: string, passes: Prisma.Sql): Promise<readonly WordHit[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    select id from template where starts_with(lower(name), ${letters}) and ${passes}
    order by uses desc, name, id limit ${MOST_HITS}`
  return rows.map(({ id }) => ({ id, score: 1, inName: true, inKeywords: false }))
}
