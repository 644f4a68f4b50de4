import type { MeasuredStepFieldsFragment } from '../generated/graphql'
import { sayBytes } from '../performance/sayNumber'
import { deviceTitle } from '../performance/stageNames'

/** What is known of a stage besides its time, in the order in which it is told. */
export function stepFacts(step: MeasuredStepFieldsFragment): readonly string[] {
  const { cacheHit, widthPx, heightPx, inputBytes, outputBytes, device, model, rssBeforeBytes, rssAfterBytes } = step
  const facts = [
    cacheHit == null ? null : cacheHit ? 'from the cache' : 'not in the cache',
    widthPx != null && heightPx != null ? `${widthPx} × ${heightPx} px` : null,
    sizes(inputBytes, outputBytes),
    device == null ? null : deviceTitle(device),
    model ?? null,
    rssBeforeBytes != null && rssAfterBytes != null ? memory(rssBeforeBytes, rssAfterBytes) : null,
  ]
  return facts.filter((fact) => fact !== null)
}

function sizes(input: number | null | undefined, output: number | null | undefined): string | null {
  if (input != null && output != null) return `${sayBytes(input)} in, ${sayBytes(output)} out`
  if (input != null) return `${sayBytes(input)} in`
  return output != null ? `${sayBytes(output)} out` : null
}

/** Less is what the garbage collector does anyway. */
const NOTABLE_BYTES = 1e6

function memory(before: number, after: number): string {
  const change = after - before
  if (Math.abs(change) < NOTABLE_BYTES) return `memory ${sayBytes(after)}`
  return `memory ${sayBytes(before)} → ${sayBytes(after)} (${change < 0 ? '−' : '+'}${sayBytes(Math.abs(change))})`
}
