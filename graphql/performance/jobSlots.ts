import type { Config } from '#core/config'
import type { WorkKind } from '#core/workKind'
import { kindsNotServed, livingWorkers } from '#store/workers'
import type { JobKind } from '../generated/resolvers'

/** What jobs of a kind may need beside a worker that takes them. */
const needs: Readonly<Record<JobKind, readonly WorkKind[]>> = {
  GENERATE: ['ocr', 'inpaint'],
  ANALYZE: ['ocr', 'inpaint'],
  TEMPLATE_PICTURE: ['ocr', 'inpaint'],
  IMPORT: [],
}

/** How many jobs of a kind can be worked on at once: what ready workers say, and none where nobody does what such jobs may need. */
export async function jobSlots({ queue }: Pick<Config, 'queue'>): Promise<(kind: JobKind) => number> {
  const living = await livingWorkers(queue.dead_after_seconds)
  const missing = kindsNotServed(living)
  const slots = living.reduce((sum, { state, jobSlots }) => sum + (state === 'READY' ? jobSlots : 0), 0)
  return (kind) => (needs[kind].some((needed) => missing.includes(needed)) ? 0 : slots)
}
