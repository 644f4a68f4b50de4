import { afterAll, beforeAll } from 'vitest'
import { config } from '#store/config'
import { jobEvents } from '#store/jobEvents'
import { loadParts, type Parts } from './parts'

/** What a test's worker works with. */
export interface TestWorker {
  readonly parts: Parts
}

/** Gives a test file a worker's parts, loaded as the settings say and listening for what happens to jobs. It needs a store: `withTestStore`. */
export function withParts(): TestWorker {
  let parts: Parts
  beforeAll(async () => {
    parts = await loadParts(config())
    await jobEvents().ready()
  })
  afterAll(() => parts.close())
  return {
    get parts() {
      return parts
    },
  }
}
