import type { CacheCounters } from '#core/cacheCounters'
import { database } from '../database'
import { type ProcessSample, SAMPLE_SECONDS } from './processSamples'

/** What one process has counted of its caches since it began. */
export interface CachesOfProcess extends Pick<ProcessSample, 'processId' | 'kind'> {
  readonly caches: readonly CacheCounters[]
}

/** What the processes that live have counted, each by its latest sample. */
export async function cachesNow(): Promise<readonly CachesOfProcess[]> {
  return database().$queryRaw<CachesOfProcess[]>`
    select distinct on (process_id) process_id as "processId", kind, caches from process_sample
    where recorded_at > now() - make_interval(secs => ${3 * SAMPLE_SECONDS}) order by process_id, recorded_at desc, id desc`
}
