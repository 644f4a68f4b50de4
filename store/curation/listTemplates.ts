import { database } from '../database'
import { Prisma } from '../generated/prisma/client'
import { templatesById } from '../templates/findTemplates'
import type { StoredTemplate } from '../templates/template'

/** Which templates a curator wants to see; what is left out does not matter. */
export interface CuratedFilter {
  readonly search?: string
  readonly states?: readonly StoredTemplate['state'][]
  /** All of these keywords. */
  readonly tags?: readonly string[]
  readonly boxCount?: number
  readonly animated?: boolean
  readonly neverUsed?: boolean
  /** Something that publishing needs is missing. */
  readonly incomplete?: boolean
}

/** Orders of the list. */
export type CuratedSort = 'RECENTLY_CHANGED' | 'NEWEST' | 'MOST_USED' | 'LEAST_USED' | 'NAME'

const orders: Readonly<Record<CuratedSort, Prisma.Sql>> = {
  RECENTLY_CHANGED: Prisma.sql`updated_at desc`,
  NEWEST: Prisma.sql`created_at desc`,
  MOST_USED: Prisma.sql`uses desc, last_used_at desc nulls last, lower(name)`,
  LEAST_USED: Prisma.sql`uses, lower(name)`,
  NAME: Prisma.sql`lower(name)`,
}

/** What `core/curation/missingForPublishing.ts` says, for a whole table. */
const isIncomplete = Prisma.sql`
  (trim(name) = '' or trim(description) = '' or box_count = 0 or trim(source) = '' or trim(licence) = '')`

/** A word anywhere, its letters' case aside; `%` and `_` are no wildcards. */
const contains = (word: string): Prisma.Sql => Prisma.sql`
  concat_ws(' ', name, slug, array_to_string(aliases, ' '), array_to_string(keywords, ' '), description, source)
    ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`

function conditions({ search, states, tags, boxCount, animated, neverUsed, incomplete }: CuratedFilter): Prisma.Sql {
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '')
  const all = [
    Prisma.sql`true`,
    ...words.map(contains),
    ...(states ? [Prisma.sql`state::text = any(${[...states]}::text[])`] : []),
    ...(tags ? [Prisma.sql`keywords @> ${[...tags]}::text[]`] : []),
    ...(boxCount === undefined ? [] : [Prisma.sql`box_count = ${boxCount}`]),
    ...(animated === undefined ? [] : [Prisma.sql`animated = ${animated}`]),
    ...(neverUsed === undefined ? [] : [neverUsed ? Prisma.sql`uses = 0` : Prisma.sql`uses > 0`]),
    ...(incomplete === undefined ? [] : [incomplete ? isIncomplete : Prisma.sql`not ${isIncomplete}`]),
  ]
  return Prisma.join(all, ' and ')
}

/** Some templates, and how many there are in all. */
export interface CuratedPage {
  readonly templates: readonly StoredTemplate[]
  readonly total: number
}

/** Templates of every state, a page at a time. */
export async function listTemplates(
  filter: CuratedFilter,
  sort: CuratedSort,
  first: number,
  offset: number,
): Promise<CuratedPage> {
  const where = conditions(filter)
  const [rows, [counted]] = await Promise.all([
    database().$queryRaw<{ id: string }[]>`
      select id from template where ${where} order by ${orders[sort]}, id limit ${first} offset ${offset}`,
    database().$queryRaw<{ total: number }[]>`select count(*)::int as total from template where ${where}`,
  ])
  return { templates: await templatesById(rows.map(({ id }) => id)), total: counted!.total }
}

/** How many templates there are of each state. */
export async function countTemplates(): Promise<Readonly<Record<StoredTemplate['state'], number>>> {
  const rows = await database().template.groupBy({ by: ['state'], _count: true })
  const counts = Object.fromEntries(rows.map(({ state, _count }) => [state, _count]))
  return { DRAFT: counts.DRAFT ?? 0, PUBLISHED: counts.PUBLISHED ?? 0, RETIRED: counts.RETIRED ?? 0 }
}

/** Keywords of templates of every state, the commonest first. */
export const allTags = (limit: number): Promise<{ tag: string; count: number }[]> =>
  database().$queryRaw`
    select tag, count(*)::int as count from template, unnest(keywords) tag
    group by tag order by count(*) desc, tag limit ${limit}`
