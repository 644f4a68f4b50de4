import type { Analysis } from '../hooks/usePicture'

/** A template that a picture may show. */
export type Match = NonNullable<Analysis['matches']>[number]

const most = 3

/** Other templates that it could be; each once, though several of its pictures may match. */
export function otherMatches(matches: readonly Match[], best: Match): readonly Match[] {
  const others = matches.filter(({ name }, index) => matches.findIndex((match) => match.name === name) === index)
  return others.filter(({ name }) => name !== best.name).slice(0, most)
}
