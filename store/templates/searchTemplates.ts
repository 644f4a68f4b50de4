import { type FusedHit, fuseRanks } from '#core/fuseRanks'
import { database } from '../database'
import type { TemplateFilter } from './findTemplates'
import { byFirstLetters } from './search/byFirstLetters'
import { byAllWords, byMostWords, type Spellings, type WordHit } from './search/byWords'
import { correctWords } from './search/correctWords'
import { passesSql } from './search/passes'
import { wordsOf } from './search/wordsOf'

/** A template with how well it was found. */
export interface ScoredTemplate {
  readonly id: string
  readonly score: number
}

interface FoundByWords {
  readonly inWords: readonly WordHit[]
  /** Found only after words were put right. */
  readonly spelt: readonly WordHit[]
}

async function byTyped(words: readonly string[], filter: TemplateFilter): Promise<FoundByWords> {
  if (words.length === 0) return { inWords: [], spelt: [] }
  const passes = passesSql(filter)
  const beginning = words.length === 1 && /^[a-z0-9]{1,2}$/.test(words[0]!) ? words[0] : undefined
  const named = beginning ? await byFirstLetters(beginning, passes) : []
  if (named.length > 0) return { inWords: named, spelt: [] }
  const asTyped = words.map((word): Spellings => [word])
  const inWords = await byAllWords(asTyped, passes)
  if (inWords.some(({ inName, inKeywords }) => inName || inKeywords)) return { inWords, spelt: [] }
  const corrected = await correctWords(words)
  const spelt = corrected ? await byAllWords(corrected, passes) : []
  if (inWords.length + spelt.length > 0 || words.length === 1) return { inWords, spelt }
  const some = await byMostWords(corrected ?? asTyped, passes)
  return corrected ? { inWords, spelt: some } : { inWords: some, spelt }
}

async function passing(hits: readonly ScoredTemplate[], filter: TemplateFilter): Promise<readonly ScoredTemplate[]> {
  if (hits.length === 0) return hits
  const ids = hits.map(({ id }) => id)
  const rows = await database().$queryRaw<{ id: string }[]>`
    select id from template where id = any(${ids}::uuid[]) and ${passesSql(filter)}`
  const passed = new Set(rows.map(({ id }) => id))
  return hits.filter(({ id }) => passed.has(id))
}

/**
 * Finds published templates by words (the last may be unfinished), misspelt words, and meaning, fused by rank.
 * @param byMeaning from the text encoder, see `byMeaning`; without one: none
 * @returns the best first, with why: "name", "keywords", "description", "spelling", "looks like"
 */
export async function searchTemplates(
  text: string,
  filter: TemplateFilter,
  byMeaning: readonly ScoredTemplate[] | Promise<readonly ScoredTemplate[]>,
): Promise<readonly FusedHit[]> {
  const [{ inWords, spelt }, meant] = await Promise.all([
    byTyped(wordsOf(text), filter),
    Promise.resolve(byMeaning).then((hits) => passing(hits, filter)),
  ])
  const among = (reason: string, weight: number, hits: readonly ScoredTemplate[]) => ({
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
    among('spelling', 1, spelt),
    among('looks like', 1, meant),
  ])
}
