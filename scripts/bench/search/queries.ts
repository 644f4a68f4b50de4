import type { MadeUpTemplate } from './gallery'
import type { Random } from './random'
import { nouns } from './words'

/** One search as the API takes it, and what kind of search it is. */
export interface BenchQuery {
  readonly kind: 'typing' | 'typo' | 'words' | 'nonsense' | 'filtered' | 'browsing'
  readonly search?: string
  readonly tags?: readonly string[]
  readonly boxCount?: number
}

/** Every text that stands in the field while somebody types, except for a blank at the end. */
const prefixes = (text: string): readonly string[] =>
  Array.from({ length: text.length }, (_, index) => text.slice(0, index + 1)).filter((prefix) => !prefix.endsWith(' '))

/** Two letters swapped, one dropped, or one doubled. */
function misspelt(text: string, random: Random): string {
  const at = 1 + random.below(Math.max(1, text.length - 2))
  const wrong = [
    text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + text[at] + text.slice(at),
  ]
  return wrong[random.below(wrong.length)]!
}

const letters = 'bcdfghjklmnpqrstvwxz'
const nonsense = (random: Random) =>
  Array.from({ length: 4 + random.below(12) }, (_, index) =>
    index % 6 === 5 ? ' ' : letters[random.below(letters.length)],
  ).join('')

/** What people ask: names while they are typed, names misspelt, words in another order, nonsense, and lists. `count` of them, about. */
export function benchQueries(gallery: readonly MadeUpTemplate[], random: Random, count: number): readonly BenchQuery[] {
  const anyName = () => gallery[random.below(gallery.length)]!.name.toLowerCase()
  const each = (share: number, make: () => BenchQuery) => Array.from({ length: Math.ceil(count * share) }, make)
  const typed = Array.from({ length: Math.ceil((count * 0.5) / 12) }, () => prefixes(anyName())).flat()
  const queries: readonly BenchQuery[] = [
    ...typed.map((search) => ({ kind: 'typing' as const, search })),
    ...each(0.15, () => ({ kind: 'typo', search: misspelt(anyName(), random) })),
    ...each(0.15, () => ({
      kind: 'words',
      search: `${random.zipf(nouns)} ${random.zipf(nouns)} ${random.zipf(nouns)}`,
    })),
    ...each(0.1, () => ({ kind: 'nonsense', search: nonsense(random) })),
    ...each(0.05, () => ({ kind: 'filtered', search: random.zipf(nouns), tags: [random.zipf(nouns)], boxCount: 2 })),
    ...each(0.05, () => ({ kind: 'browsing', tags: [random.zipf(nouns)] })),
  ]
  return queries
    .map((query) => ({ query, place: random.next() }))
    .sort((one, other) => one.place - other.place)
    .map(({ query }) => query)
}
