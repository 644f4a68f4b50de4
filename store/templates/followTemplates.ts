import { database } from '../database'
import { isUuid } from '../jobs/findJob'
import { findTemplatesNamed, templatesById } from './findTemplates'
import type { StoredTemplate } from './template'

/** Merges of merged templates go no deeper. */
const MOST_MERGES = 20

/**
 * The templates that these ids lead to: themselves, or what they were merged into.
 * @returns by the id that was asked for; those that do not exist are not in it
 */
export async function followTemplates(ids: readonly string[]): Promise<ReadonlyMap<string, StoredTemplate>> {
  const rows = await database().$queryRaw<{ asked: string; id: string }[]>`
    with recursive chain as (
      select id as asked, id, merged_into, 0 as depth from template where id = any(${ids.filter(isUuid)}::uuid[])
      union all
      select asked, next.id, next.merged_into, depth + 1 from chain join template next on next.id = chain.merged_into
      where depth < ${MOST_MERGES})
    select distinct on (asked) asked, id from chain order by asked, depth desc`
  const found = await templatesById(rows.map(({ id }) => id))
  const byId = new Map(found.map((template) => [template.id, template]))
  return new Map(rows.flatMap(({ asked, id }) => (byId.has(id) ? [[asked, byId.get(id)!] as const] : [])))
}

/** The template that had this slug before. */
export async function formerHolder(slug: string): Promise<StoredTemplate | null> {
  return (await formerHolders([slug])).get(slug) ?? null
}

/**
 * The template with this id or slug, the one that had this slug before, or what it was merged into.
 * @returns null when there is none
 */
export async function leadingTemplate(idOrSlug: string): Promise<StoredTemplate | null> {
  return (await leadingTemplates([idOrSlug])).get(idOrSlug) ?? null
}

/** The same for several at once. @returns by what was asked for; where there is none, nothing */
export async function leadingTemplates(idsOrSlugs: readonly string[]): Promise<ReadonlyMap<string, StoredTemplate>> {
  const named = await findTemplatesNamed(idsOrSlugs)
  const former = await formerHolders(idsOrSlugs.filter((name) => !named.has(name)))
  const found = new Map([...named, ...former])
  const merged = [...found.values()].flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [id]))
  const leading = merged.length > 0 ? await followTemplates(merged) : undefined
  return new Map(
    [...found].flatMap(([name, template]) => {
      const leads = template.mergedInto === null ? template : leading?.get(template.id)
      return leads ? [[name, leads] as const] : []
    }),
  )
}

/** The templates that had these slugs before, by slug. */
async function formerHolders(slugs: readonly string[]): Promise<ReadonlyMap<string, StoredTemplate>> {
  const asked = slugs.filter((slug) => !slug.includes('\0'))
  if (asked.length === 0) return new Map()
  const redirects = await database().templateRedirect.findMany({ where: { slug: { in: asked } } })
  if (redirects.length === 0) return new Map()
  const found = await templatesById(redirects.map(({ templateId }) => templateId))
  const byId = new Map(found.map((template) => [template.id, template]))
  return new Map(
    redirects.flatMap(({ slug, templateId }) => (byId.has(templateId) ? [[slug, byId.get(templateId)!] as const] : [])),
  )
}

/** Slugs that lead to a template besides its own: former ones, and those of what was merged into it. */
export async function formerSlugs(templateId: string): Promise<readonly string[]> {
  const rows = await database().$queryRaw<{ slug: string }[]>`
    with recursive merged as (
      select id, 0 as depth from template where id = ${templateId}::uuid
      union all
      select template.id, depth + 1 from template join merged on template.merged_into = merged.id where depth < ${MOST_MERGES})
    select slug from template_redirect where template_id in (select id from merged)
    union select slug from template join merged using (id) where depth > 0
    order by slug`
  return rows.map(({ slug }) => slug)
}
