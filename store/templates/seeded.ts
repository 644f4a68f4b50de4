import { database } from '../database'

/** What became of a folder that was seeded, or is to be. */
export interface SeededState {
  /** Of the folder when it was last dealt with; undefined: never. */
  readonly contentHash: string | undefined
  /** The template of this slug is somebody's by now: another one made or changed it, or it is not published any more, or it is gone. */
  readonly isTaken: boolean
}

/** @param actor under whose name seeding changes templates */
export async function seededStates(slugs: readonly string[], actor: string): Promise<ReadonlyMap<string, SeededState>> {
  const rows = await database().$queryRaw<{ slug: string; contentHash: string | null; isTaken: boolean }[]>`
    select asked.slug, content_hash as "contentHash", case
      when template.id is null then content_hash is not null
      else state <> 'PUBLISHED' or exists (select from template_change where template_id = template.id and actor <> ${actor})
    end as "isTaken"
    from unnest(${slugs}::text[]) asked(slug)
    left join seeded_template on seeded_template.slug = asked.slug
    left join template on template.slug = asked.slug`
  return new Map(
    rows.map(({ slug, contentHash, isTaken }) => [slug, { contentHash: contentHash ?? undefined, isTaken }]),
  )
}

/** Remembers that a folder with this content needs nothing more. */
export async function saveSeeded(slug: string, contentHash: string): Promise<void> {
  await database().seededTemplate.upsert({
    where: { slug },
    create: { slug, contentHash },
    update: { contentHash, seededAt: new Date() },
  })
}
