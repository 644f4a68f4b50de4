import { beforeAll, expect, it } from 'vitest'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { database, databaseUrl } from '#store/database'
import { installQueue } from '#store/queue'
import { enqueueHousekeeping } from './background'

withTestStore()
beforeAll(() => installQueue(databaseUrl()))

/** Hours until the next clean-up, after a worker with this setting has started. */
async function hoursAfterStart(cleanup_interval_hours: number): Promise<number> {
  await enqueueHousekeeping({ ...config(), cache: { ...config().cache, cleanup_interval_hours } })
  const rows = await database().$queryRaw<{ hours: number }[]>`
    select extract(epoch from run_at - now())::float8 / 3600 as hours from graphile_worker.jobs where key = 'memezap_cleanup'`
  expect(rows).toHaveLength(1)
  return rows[0]!.hours
}

it('cache.cleanup_interval_hours: a start puts no clean-up off, and brings it forward when it is to be more often', async () => {
  expect(await hoursAfterStart(24)).toBeCloseTo(24, 1)
  expect(await hoursAfterStart(48)).toBeCloseTo(24, 1)
  expect(await hoursAfterStart(1)).toBeCloseTo(1, 1)
  expect(await hoursAfterStart(24)).toBeCloseTo(1, 1)
})
