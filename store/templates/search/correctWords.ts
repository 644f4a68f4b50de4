import { editDistance } from '#core/editDistance'
import { database } from '../../database'
import { SHORTEST_CORRECTED } from '../searchWords'
import type { Spellings } from './byWords'

/** Words that share the most letters with a misspelt one: among them it is looked for. */
const CANDIDATES = 30
/** Corrections of one word. */
const MOST = 3

/** Mistakes that a word of this length may have. */
const mistakes = (word: string): number => (word.length < 6 ? 1 : word.length < 10 ? 2 : 3)

/** Words that no template has, each with those of `search_word` nearest to it by trigrams. */
async function unknownWords(words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database().$queryRaw<{ typed: string; near: string[] }[]>`
    select typed, array(select word from search_word order by word <-> typed limit ${CANDIDATES}) as near
    from unnest(${[...words]}::text[]) typed
    where not exists (select from template_search where words @@ (to_tsquery('simple', typed || ':*') || to_tsquery('english', typed || ':*')))`
  return new Map(rows.map(({ typed, near }) => [typed, near]))
}

/** The likeliest words that are meant by a misspelt one: those with the fewest mistakes. */
function corrections(typed: string, near: readonly string[], unfinished: boolean): Spellings {
  const most = mistakes(typed)
  const possible = near
    .map((word) => {
      const distance = editDistance(typed, word, most, unfinished)
      // Part of a word: raptor in philosoraptor.
      return { word, distance: word.includes(typed) ? Math.min(1, distance) : distance }
    })
    .filter(({ distance }) => distance <= most)
  const least = Math.min(...possible.map(({ distance }) => distance))
  return possible.flatMap(({ word, distance }) => (distance === least ? [word] : [])).slice(0, MOST)
}

/**
 * Puts right what no template has, by the words that names, aliases and keywords do have.
 * @param words as typed, the last one perhaps unfinished
 * @returns every word with its spellings; undefined when there was nothing to put right, or no way to
 */
export async function correctWords(words: readonly string[]): Promise<readonly Spellings[] | undefined> {
  const doubtful = words.filter((word) => word.length >= SHORTEST_CORRECTED)
  if (doubtful.length === 0) return undefined
  const unknown = await unknownWords(doubtful)
  const corrected = words.map((word, place): Spellings => {
    const better = corrections(word, unknown.get(word) ?? [], place === words.length - 1)
    return better.length > 0 ? better : [word]
  })
  return corrected.every(([first], place) => first === words[place]) ? undefined : corrected
}
