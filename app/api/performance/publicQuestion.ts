import { stages } from '#core/stage'
import { invalid } from '#graphql/input/invalid'
import type { PerformanceQuestion } from '#graphql/performance/performanceQuestion'

/** The times that anybody may ask for: few, so that answers can be shared. */
const minuteChoices = [15, 60, 360, 1440] as const
const operations: readonly string[] = ['job', ...stages]

/** How many different questions there are. */
export const PUBLIC_QUESTIONS = minuteChoices.length * (operations.length + 1)

/**
 * The question of somebody without the admin token: `minutes` of a few choices, and perhaps `operation`.
 * @throws AppError INPUT_INVALID
 */
export function readPublicQuestion(query: URLSearchParams): PerformanceQuestion {
  for (const name of query.keys())
    if (name !== 'minutes' && name !== 'operation')
      throw invalid(name, `${name} needs the admin token. Without it there are minutes and operation.`)
  const minutes = minuteChoices.find((choice) => String(choice) === (query.get('minutes') ?? '60'))
  if (minutes === undefined)
    throw invalid('minutes', `Without the admin token minutes is one of ${minuteChoices.join(', ')}.`)
  const operation = query.get('operation')
  if (operation === null) return { range: { minutes }, filter: {} }
  if (!operations.includes(operation)) throw invalid('operation', `operation is one of ${operations.join(', ')}.`)
  return { range: { minutes }, filter: { operation } }
}
