import { database } from '../database'
import { isUuid } from '../jobs/findJob'
import { findTemplate, templatesById } from './findTemplates'
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
  const redirect = await database().templateRedirect.findUnique({ where: { slug: slug.replaceAll('\0', ' ') } })
  return redirect && findTemplate(redirect.templateId)
}

/**
 * The template with this id or slug, the one that had this slug before, or what it was merged into.
 * @returns null when there is none
 */
export async function leadingTemplate(idOrSlug: string): Promise<StoredTemplate | null> {
  const found = (await findTemplate(idOrSlug)) ?? (await formerHolder(idOrSlug))
  return found?.mergedInto ? ((await followTemplates([found.id])).get(found.id) ?? null) : found
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
