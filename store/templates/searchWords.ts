import type { Prisma } from '../generated/prisma/client'

/** Shorter words have too many neighbours: they are never put right, and nothing is put right to them. */
export const SHORTEST_CORRECTED = 4

/**
 * Writes what templates are found by: words with their weights (A name, B aliases and keywords, C description, D example words), and their names
 * for misspelt searches.
 */
export async function writeSearchWords(tx: Prisma.TransactionClient, ...templateIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    insert into template_search (template_id, words, names)
    select id,
      setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('english', name), 'A') ||
      setweight(to_tsvector('simple', array_to_string(aliases || keywords, ' ; ')), 'B') ||
      setweight(to_tsvector('english', array_to_string(aliases || keywords, ' ; ')), 'B') ||
      setweight(to_tsvector('english', description), 'C') ||
      setweight(to_tsvector('english', coalesce((select string_agg(box ->> 'example', ' ; ') from jsonb_array_elements(boxes) box), '')), 'D'),
      lower(array_to_string(array[name] || aliases || keywords, ' ; '))
    from template where id = any(${[...templateIds]}::uuid[])
    on conflict (template_id) do update set words = excluded.words, names = excluded.names`
  // In order: two transactions that add the same words wait for each other one way only.
  await tx.$executeRaw`
    insert into search_word
    select distinct written from template_search, unnest(tsvector_to_array(to_tsvector('simple', names))) written
    where template_id = any(${[...templateIds]}::uuid[]) and char_length(written) >= ${SHORTEST_CORRECTED}
      and not exists (select from search_word where word = written)
    order by written on conflict do nothing`
}
