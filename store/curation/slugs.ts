import { TemplateIssuesError } from '#core/curation/fieldIssues'
import { numberedSlug } from '#core/curation/slugOfName'
import { Prisma } from '../generated/prisma/client'

/** The template that a slug belongs to or leads to; undefined when it is free. */
async function holderOf(tx: Prisma.TransactionClient, slug: string): Promise<{ id: string; name: string } | undefined> {
  const [row] = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from template where slug = ${slug}
    union all select id, name from template where id in (select template_id from template_redirect where slug = ${slug})
    limit 1`
  return row
}

/** Curators take slugs one after another, so that what is free stays free until it is written. */
const waitForTurn = (tx: Prisma.TransactionClient) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('template slugs', 0))`

const slugTaken = (message: string): TemplateIssuesError =>
  new TemplateIssuesError('SLUG_TAKEN', [{ field: 'slug', message }])

/** Passes when nobody else has the slug, nor had it. @throws TemplateIssuesError SLUG_TAKEN */
export async function needFreeSlug(tx: Prisma.TransactionClient, slug: string, ownId?: string): Promise<void> {
  await waitForTurn(tx)
  const holder = await holderOf(tx, slug)
  if (holder && holder.id !== ownId)
    throw slugTaken(`The slug ${slug} belongs to “${holder.name}”. Choose another one.`)
}

/** The slug, or with the first number from 2 on that makes it free. */
export async function freeSlug(tx: Prisma.TransactionClient, slug: string): Promise<string> {
  await waitForTurn(tx)
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? slug : numberedSlug(slug, number)
    if (!(await holderOf(tx, tried))) return tried
  }
}

/** Runs a change; a slug that an import took in the very same moment is told like any other. */
export async function orSlugTaken<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change()
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')
      throw slugTaken('Another template got this slug just now. Choose another one.')
    throw error
  }
}
