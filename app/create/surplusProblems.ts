import type { PlainProblem } from '../client/problem'
import type { Draft } from './draft'
import { usedFields } from './usedFields'

/** Captions for which a template has no place, by field id. */
export function surplusProblems(draft: Draft, boxes: number): Readonly<Record<string, PlainProblem>> {
  const surplus = usedFields(draft)
    .slice(boxes)
    .filter(({ text }) => text.trim() !== '')
  const message = 'The template has no place left for these words. Take them away, or choose another way below.'
  return Object.fromEntries(surplus.map(({ id }) => [id, { code: 'TOO_MANY_CAPTIONS', message, retryable: false }]))
}
