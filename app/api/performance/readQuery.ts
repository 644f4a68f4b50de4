import { invalid } from '#graphql/input/invalid'
import { type PerformanceQuestion, readPerformanceQuestion } from '#graphql/performance/performanceQuestion'

/**
 * The question in an address: `minutes`, or `from` and `to` (ISO 8601), `operation`, `worker`, `device`, `warmth` (warm or cold), `bucket`.
 * @throws AppError INPUT_INVALID
 */
export function readQuery(query: URLSearchParams): PerformanceQuestion {
  return readPerformanceQuestion({
    range: { minutes: wholeNumber(query, 'minutes'), from: moment(query, 'from'), to: moment(query, 'to') },
    operation: query.get('operation'),
    worker: query.get('worker'),
    device: query.get('device'),
    warmth: warmth(query.get('warmth')),
    bucket: wholeNumber(query, 'bucket'),
  })
}

function wholeNumber(query: URLSearchParams, field: string): number | null {
  const text = query.get(field)
  if (text === null) return null
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw invalid(field, `${field} must be a whole number.`)
}

function moment(query: URLSearchParams, field: string): Date | null {
  const text = query.get(field)
  if (text === null) return null
  const read = /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : undefined
  if (read && !Number.isNaN(read.getTime())) return read
  throw invalid(field, `${field} must be a moment, for example 2026-01-01T12:00:00Z.`)
}

function warmth(text: string | null): 'WARM' | 'COLD' | null {
  if (text === null || text === '') return null
  if (text === 'warm') return 'WARM'
  if (text === 'cold') return 'COLD'
  throw invalid('warmth', 'warmth is warm or cold.')
}
