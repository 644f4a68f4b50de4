import { database } from '../database'
import type { Prisma } from '../generated/prisma/client'
import { isUuid } from '../jobs/findJob'
import { type StoredTemplate, storedTemplate, withPictures } from './template'

/** Which templates are wanted; what is left out does not matter. */
export interface TemplateFilter {
  readonly state?: 'DRAFT' | 'PUBLISHED' | 'RETIRED'
  /** All of these keywords. */
  readonly tags?: readonly string[]
  /** Exactly this many places for words. */
  readonly boxCount?: number
  readonly animated?: boolean
}

/** The same filter for raw SQL and for Prisma: ids of templates that pass it. */
export const passes = ({ state, tags, boxCount, animated }: TemplateFilter): Prisma.TemplateWhereInput => ({
  ...(state ? { state } : {}),
  ...(tags && tags.length > 0 ? { keywords: { hasEvery: [...tags] } } : {}),
  ...(animated === undefined ? {} : { animated }),
  ...(boxCount === undefined ? {} : { boxCount }),
})

/** @param idOrSlug either; null when there is none */
export async function findTemplate(idOrSlug: string): Promise<StoredTemplate | null> {
  return (await findTemplatesNamed([idOrSlug])).get(idOrSlug) ?? null
}

/** @param idsOrSlugs either. @returns by what was asked for; those that do not exist are not in it */
export async function findTemplatesNamed(idsOrSlugs: readonly string[]): Promise<ReadonlyMap<string, StoredTemplate>> {
  const ids = idsOrSlugs.filter(isUuid)
  // Postgres takes no character 0.
  const slugs = idsOrSlugs.filter((name) => !isUuid(name) && !name.includes('\0'))
  const rows = await database().template.findMany({
    where: { OR: [{ id: { in: ids } }, { slug: { in: slugs } }] },
    include: withPictures,
  })
  const found = rows.map(storedTemplate)
  const byId = new Map(found.map((template) => [template.id, template]))
  const bySlug = new Map(found.map((template) => [template.slug, template]))
  return new Map(
    idsOrSlugs.flatMap((name) => {
      const template = isUuid(name) ? byId.get(name.toLowerCase()) : bySlug.get(name)
      return template ? [[name, template] as const] : []
    }),
  )
}

/** Those of the ids that exist and pass the filter, in the ids' order. */
export async function templatesById(ids: readonly string[], filter: TemplateFilter = {}): Promise<StoredTemplate[]> {
  const where = { id: { in: [...ids] }, ...passes(filter) }
  const rows = await database().template.findMany({ where, include: withPictures })
  const byId = new Map(rows.map((row) => [row.id, storedTemplate(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Some templates, and whether more come after them. */
export interface TemplatePage {
  readonly templates: readonly StoredTemplate[]
  readonly hasNext: boolean
}

/** Most used first, then by name. */
export async function pageOfTemplates(filter: TemplateFilter, first: number, offset: number): Promise<TemplatePage> {
  const rows = await database().template.findMany({
    where: passes(filter),
    include: withPictures,
    orderBy: [{ uses: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    skip: offset,
    take: first + 1,
  })
  return { templates: rows.slice(0, first).map(storedTemplate), hasNext: rows.length > first }
}

/** Keywords of published templates, the commonest first. */
export async function commonTags(limit: number): Promise<{ tag: string; count: number }[]> {
  return database().$queryRaw<{ tag: string; count: number }[]>`
    select tag, count(*)::int as count from template, unnest(keywords) tag
    where state = 'PUBLISHED' group by tag order by count(*) desc, tag limit ${limit}`
}
