import { database } from '../../database'
import { Prisma } from '../../generated/prisma/client'

/** More hits of one kind than this are not worth ranking. */
export const MOST_HITS = 200

/** Something found by its words: in which of them. */
export interface WordHit {
  readonly id: string
  readonly score: number
  readonly inName: boolean
  /** Or in an alias. */
  readonly inKeywords: boolean
}

/** A word, in every spelling that counts as it. */
export type Spellings = readonly string[]

/** What one word asks for: its beginning is enough, as typed or by its English stem. */
const tsquery = (words: readonly Spellings[], ending: ':*' | '') => {
  const text = words.map((spellings) => `(${spellings.map((word) => `${word}${ending}`).join(' | ')})`).join(' & ')
  return Prisma.sql`(to_tsquery('simple', ${text}) || to_tsquery('english', ${text}))`
}

/** D example words, C description, B aliases and keywords, A name: see writeSearchWords. */
const WEIGHTS = Prisma.sql`'{0.05, 0.15, 0.5, 1}'`

const isLetter = (spellings: Spellings) => spellings.every((word) => /^[a-z]$/.test(word))

/** A word typed whole counts for several that only begin so: "car" is Racing Car before Cartoon Carnival. */
const WHOLE = 3

/** A single letter at the end says nothing yet (nearly every template has a word that begins with it) unless it is a word. */
const begun = (words: readonly Spellings[]) =>
  words.length > 1 && isLetter(words.at(-1)!) ? words.slice(0, -1) : words

/** Templates that have all of the words, whole ones before beginnings of others, then the most used. @param passes see `passesSql` */
export async function byAllWords(words: readonly Spellings[], passes: Prisma.Sql): Promise<readonly WordHit[]> {
  return database().$queryRaw<WordHit[]>`
    with asked as materialized (select ${tsquery(begun(words), ':*')} as query, ${tsquery(words, '')} as whole),
    best as materialized (
      select template_id, words, uses, (ts_rank(${WEIGHTS}, words, query) + ${WHOLE} * ts_rank(${WEIGHTS}, words, whole))::float8 as score
      from template_search join template on template.id = template_id, asked
      where words @@ query and ${passes} order by score desc, uses desc, template_id limit ${MOST_HITS}
    )
    select template_id as id, score, ts_rank('{0, 0, 0, 1}', words, query) > 0 as "inName",
      ts_rank('{0, 0, 1, 0}', words, query) > 0 as "inKeywords"
    from best, asked order by score desc, uses desc, template_id`
}

/** How much of what a search asks for must be there when not all of its words are: in bits of surprise, a rare word counts more than a common one. */
const NEEDED_SHARE = 0.3

/**
 * Templates that have at least the telling part of the words. A word that no template has is the most telling one: with such a word beside it, a
 * common one finds nothing. What English calls stop words, and single letters, are passed over.
 */
export async function byMostWords(words: readonly Spellings[], passes: Prisma.Sql): Promise<readonly WordHit[]> {
  const telling = words.filter((spellings) => !isLetter(spellings))
  const texts = telling.map((spellings) => spellings.map((word) => `${word}:*`).join(' | '))
  return database().$queryRaw<WordHit[]>`
    with asked as materialized (
      select place, to_tsquery('simple', text) || to_tsquery('english', text) as query
      from unnest(${texts}::text[]) with ordinality as word(text, place)
      where numnode(to_tsquery('english', text)) > 0
    ),
    found as materialized (
      select place, template_id, ts_rank(${WEIGHTS}, words, query) as rank,
        ts_rank('{0, 0, 0, 1}', words, query) > 0 as in_name, ts_rank('{0, 0, 1, 0}', words, query) > 0 as in_keywords
      from asked join template_search on words @@ query
    ),
    size as (select count(*) + 1 as templates from template_search),
    telling as (
      select place, ln(templates::float8 / (select count(*) + 1 from found where found.place = asked.place)) as bits from asked, size
    )
    select template_id as id, sum(bits * (1 + rank))::float8 as score, bool_or(in_name) as "inName", bool_or(in_keywords) as "inKeywords"
    from found join telling using (place) join template on template.id = template_id
    where ${passes} group by template_id, uses
    having sum(bits) >= ${NEEDED_SHARE} * (select sum(bits) from telling)
    order by score desc, uses desc, template_id limit ${MOST_HITS}`
}
