import { type FusedHit, fuseRanks } from '#core/fuseRanks'
import { database } from '../database'
import type { Prisma } from '../generated/prisma/client'

type Tx = Prisma.TransactionClient

/** More hits of one kind than this are not worth ranking. */
const HITS = 60
/** pg_trgm's word similarity below this is another word, not a misspelling. */
const MISSPELT = 0.45

/** Words of a search as a person types them: letters and digits; the last one may be unfinished. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

interface WordHit {
  id: string
  score: number
  inName: boolean
  inKeywords: boolean
}

/** Full text, every word a prefix: all words first, else any of them. */
async function byWords(tx: Tx, words: readonly string[]): Promise<WordHit[]> {
  const find = (operator: ' & ' | ' | ') => {
    const simple = words.map((word) => `${word}:*`).join(operator)
    return tx.$queryRaw<WordHit[]>`
      with asked as (select to_tsquery('simple', ${simple}) || to_tsquery('english', ${simple}) as query)
      select template_id as id, ts_rank('{0.05, 0.15, 0.5, 1}', words, query)::float8 as score,
        ts_rank('{0, 0, 0, 1}', words, query) > 0 as "inName", ts_rank('{0, 0, 1, 0}', words, query) > 0 as "inKeywords"
      from template_search join template on template.id = template_id, asked
      where words @@ query and state = 'PUBLISHED'
      order by score desc, template_id limit ${HITS}`
  }
  const all = await find(' & ')
  return all.length > 0 || words.length === 1 ? all : find(' | ')
}

/** Names that are spelt nearly so. */
async function bySpelling(tx: Tx, text: string): Promise<{ id: string; score: number }[]> {
  await tx.$executeRaw`select set_config('pg_trgm.word_similarity_threshold', ${String(MISSPELT)}, true)`
  return tx.$queryRaw<{ id: string; score: number }[]>`
    select template_id as id, word_similarity(${text}, names)::float8 as score
    from template_search join template on template.id = template_id
    where ${text} <% names and state = 'PUBLISHED' order by score desc, template_id limit ${HITS}`
}

/**
 * Finds templates by words, misspelt words, and meaning (`byMeaning`, from the text encoder when there is one), fused by rank.
 * @returns ids of published templates from the best on, with why: "name", "keywords", "description", "spelling", "looks like"
 */
export async function searchTemplates(
  text: string,
  byMeaning: readonly { readonly id: string; readonly score: number }[],
): Promise<FusedHit[]> {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const { inWords, spelt } = await database().$transaction(async (tx) => ({
    inWords: await byWords(tx, words),
    spelt: await bySpelling(tx, words.join(' ')),
  }))
  const among = (reason: string, weight: number, hits: readonly WordHit[]) => ({
    reason,
    weight,
    hits,
    keepAbove: 0.05,
  })
  return fuseRanks([
    among(
      'name',
      2,
      inWords.filter((hit) => hit.inName),
    ),
    among(
      'keywords',
      1.5,
      inWords.filter((hit) => hit.inKeywords && !hit.inName),
    ),
    among(
      'description',
      1,
      inWords.filter((hit) => !hit.inKeywords && !hit.inName),
    ),
    { reason: 'spelling', weight: inWords.length > 0 ? 0.5 : 1, hits: spelt, keepAbove: 0.8 },
    { reason: 'looks like', weight: 1, hits: byMeaning, keepAbove: 0.9 },
  ])
}

/** Remembers a search that found nothing, for the curators. */
export async function saveEmptySearch(text: string): Promise<void> {
  const words = wordsOf(text).join(' ').slice(0, 80)
  if (words.length < 3) return
  await database().$executeRaw`
    insert into empty_search (words) values (${words})
    on conflict (words) do update set count = empty_search.count + 1, last_seen_at = now()`
}
