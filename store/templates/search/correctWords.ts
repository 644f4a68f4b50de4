import { editDistance } from '#core/editDistance'
import { database } from '../../database'
import { Prisma } from '../../generated/prisma/client'
import type { Spellings } from './byWords'
import { wordsOf } from './wordsOf'

/** pg_trgm's word similarity below this is not even looked at. */
const ALIKE = 0.3
/** Names that are looked at for each word. */
const NAMES = 60
/** Corrections of one word. */
const MOST = 3
/** Shorter words have too many neighbours. */
const SHORTEST = 4

/** Mistakes that a word of this length may have. */
const mistakes = (word: string): number => (word.length < 6 ? 1 : word.length < 10 ? 2 : 3)

/** Which of the words no template has. */
async function unknownAmong(words: readonly string[]): Promise<ReadonlySet<number>> {
  const rows = await database().$queryRaw<{ place: number }[]>`
    select (place - 1)::int as place from unnest(${words.map((word) => `${word}:*`)}::text[]) with ordinality as word(text, place)
    where not exists (select from template_search where words @@ (to_tsquery('simple', text) || to_tsquery('english', text)))`
  return new Set(rows.map(({ place }) => place))
}

/** Names, aliases and keywords that share letters with the words, the most alike first. */
async function namesLike(words: readonly string[]): Promise<readonly { word: string; names: string }[]> {
  const [, found] = await database().$transaction([
    database().$executeRaw`select set_config('pg_trgm.word_similarity_threshold', ${String(ALIKE)}, true)`,
    database().$queryRaw<{ word: string; names: string }[]>(
      Prisma.join(
        words.map(
          (word) => Prisma.sql`(select ${word} as word, names from template_search where ${word} <% names
            order by word_similarity(${word}, names) desc limit ${NAMES})`,
        ),
        ' union all ',
      ),
    ),
  ])
  return found
}

/** The likeliest words of some names that are meant by a misspelt one; the nearest only. */
function corrections(typed: string, names: readonly string[], unfinished: boolean): Spellings {
  const most = mistakes(typed)
  const near = [...new Set(names.flatMap(wordsOf))]
    .map((word) => ({ word, distance: editDistance(typed, word, most, unfinished) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, other) => one.distance - other.distance)
  return near
    .filter(({ distance }) => distance === near[0]?.distance)
    .slice(0, MOST)
    .map(({ word }) => word)
}

/**
 * Puts right what no template has, by the words that names, aliases and keywords do have.
 * @param words as typed, the last one perhaps unfinished
 * @returns every word with its spellings; undefined when there was nothing to put right, or no way to
 */
export async function correctWords(words: readonly string[]): Promise<readonly Spellings[] | undefined> {
  const unknown = await unknownAmong(words)
  const doubtful = words.filter((word, place) => unknown.has(place) && word.length >= SHORTEST)
  if (doubtful.length === 0) return undefined
  const candidates = await namesLike(doubtful)
  const corrected = words.map((word, place): Spellings => {
    if (!doubtful.includes(word)) return [word]
    const names = candidates.filter((candidate) => candidate.word === word).map(({ names }) => names)
    const better = corrections(word, names, place === words.length - 1)
    return better.length > 0 ? better : [word]
  })
  return corrected.every(([first], place) => first === words[place]) ? undefined : corrected
}
