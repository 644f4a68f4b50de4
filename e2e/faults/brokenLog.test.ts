import { beforeAll, expect, it } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { config } from '#store/config'
import { databaseUrl } from '#store/database'
import { putBytes } from '#store/files'
import { jobEvents } from '#store/jobEvents'
import { findJob } from '#store/jobs/findJob'
import { requestJob } from '#store/jobs/requestJob'
import { installQueue } from '#store/queue'
import { saveUpload } from '#store/uploads'
import { livingWorkers } from '#store/workers'
import { withTestStore } from '../support/testStore'
import { startTestWorker } from '../support/workerProcess'

withTestStore()
beforeAll(async () => {
  await installQueue(databaseUrl())
  await jobEvents().ready()
})

it('a worker whose log nobody reads any more finishes its job, signs off and ends', async () => {
  const worker = await startTestWorker()
  worker.readNoMore()
  const { sha256, id } = await saveUpload(await putBytes('sources', await benchPicture(1, null)), 24)
  const { job } = await requestJob({ kind: 'ANALYZE', source: { sha256, uploadId: id }, recognise: false }, config())
  expect(await worker.gone).toBe(1)
  expect(await findJob(job.id)).toMatchObject({ state: 'DONE' })
  expect(await livingWorkers(60)).toEqual([])
}, 120_000)
