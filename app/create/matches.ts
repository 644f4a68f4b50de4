import type { Analysis } from '../hooks/usePicture'

/** A template that a picture may show. */
export type Match = NonNullable<Analysis['matches']>[number]

const most = 4

/** The most certain of them; each once, though several of its pictures may match. */
export const eachOnce = (matches: readonly Match[]): readonly Match[] =>
  matches.filter(({ name }, index) => matches.findIndex((match) => match.name === name) === index).slice(0, most)
