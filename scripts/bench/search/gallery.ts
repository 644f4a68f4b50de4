import { randomUUID } from 'node:crypto'
import type { Random } from './random'
import { adjectives, glue, nouns, properNames, verbs } from './words'

/** A template as the search sees it. */
export interface MadeUpTemplate {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  readonly description: string
  readonly boxCount: number
  readonly animated: boolean
  readonly uses: number
}

const capital = (words: string) => words.replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase())

function nameOf(random: Random): string {
  const { zipf } = random
  const kinds = [
    () => `${zipf(adjectives)} ${zipf(nouns)}`,
    () => `${zipf(nouns)} ${zipf(verbs)} ${zipf(nouns)}`,
    () => `${zipf(glue)} ${zipf(adjectives)} ${zipf(nouns)} ${zipf(verbs)}`,
    () => `${properNames[random.below(properNames.length)]} ${zipf(verbs)}`,
    () => `${properNames[random.below(properNames.length)]}'s ${zipf(nouns)}`,
    () => `${zipf(glue)} ${zipf(nouns)} ${zipf(glue)} ${zipf(nouns)}`,
  ]
  return capital(kinds[random.below(kinds.length)]!())
}

const some = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make)

/** Templates with names, keywords and descriptions whose words are as unevenly frequent as a language's. */
export const madeUpGallery = (random: Random, count: number): readonly MadeUpTemplate[] =>
  Array.from({ length: count }, (_, index) => {
    const { zipf } = random
    const name = nameOf(random)
    return {
      id: randomUUID(),
      slug: `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${index}`,
      name,
      aliases: some(random.below(3), () => nameOf(random)),
      keywords: [...new Set(some(2 + random.below(6), () => zipf(random.below(3) === 0 ? adjectives : nouns)))],
      description: `${zipf(glue)} ${zipf(adjectives)} ${zipf(nouns)} ${zipf(verbs)} ${zipf(glue)} ${zipf(nouns)} ${zipf(glue)} ${zipf(nouns)} ${zipf(verbs)} ${zipf(adjectives)}.`,
      boxCount: 1 + random.below(4),
      animated: random.below(12) === 0,
      uses: Math.floor(2000 * random.next() ** 12),
    }
  })
