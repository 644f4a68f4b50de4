import type { PlainProblem } from '../client/problem'
import type { HealthFieldsFragment } from '../generated/graphql'
import { databasePart, devicePart, jobsPart, modelsPart, queuePart, sitePart, workerPart } from './healthParts'

/** How urgent something is: fine, to be looked at in the morning, or to be mended now. */
export type Level = 'good' | 'watch' | 'bad'

/** One part of the whole, judged. */
export interface HealthPart {
  readonly name: string
  readonly level: Level
  /** How it is, in a few words. */
  readonly state: string
  /** The facts behind it. */
  readonly facts: string
  /** What to do; only where something is to be done. */
  readonly advice?: string
}

/** The whole, judged. */
export interface Health {
  readonly level: Level
  /** One sentence that can be read at three in the morning. */
  readonly words: string
  readonly parts: readonly HealthPart[]
}

const rank = { good: 0, watch: 1, bad: 2 } as const

/**
 * Judges how everything is. Pure: the same answer is always judged alike.
 * @param latest the last answer; null when there never was one
 * @param trouble why there is none now; null when there is
 */
export function healthOf(latest: HealthFieldsFragment | null, trouble: PlainProblem | null): Health {
  if (trouble && trouble.code !== 'UNREACHABLE')
    return withoutAnswer('The site has no figures to tell. What this page shows is old.', {
      state: 'Answers, but cannot read',
      facts: trouble.message,
      advice: 'Most likely the database is away: see whether it runs. The site’s log says more.',
    })
  if (!latest || trouble)
    return withoutAnswer('This page gets no answer from the site. What it shows is old.', {
      state: 'No answer',
      facts: trouble?.message ?? 'Nothing is known yet.',
    })
  const parts = [
    sitePart(latest),
    workerPart(latest),
    databasePart(latest),
    queuePart(latest),
    jobsPart(latest),
    modelsPart(latest),
    devicePart(latest),
  ]
  const level = parts.reduce<Level>((worst, part) => (rank[part.level] > rank[worst] ? part.level : worst), 'good')
  return { level, words: sentence(level, parts), parts }
}

const withoutAnswer = (words: string, site: Pick<HealthPart, 'state' | 'facts' | 'advice'>): Health => ({
  level: 'bad',
  words,
  parts: [{ name: 'Site', level: 'bad', ...site }],
})

function sentence(level: Level, parts: readonly HealthPart[]): string {
  if (level === 'good') return 'Everything is working.'
  const worst = parts.filter((part) => part.level === level)
  const named = worst.map(({ name, state }) => `${name.toLowerCase()}: ${state.toLowerCase()}`).join('; ')
  return level === 'bad' ? `Something is broken. ${upper(named)}.` : `Working, but worth a look. ${upper(named)}.`
}

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
