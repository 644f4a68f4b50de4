import { expect, it } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { config } from '#store/config'
import { databaseUrl } from '#store/database'
import { putBytes } from '#store/files'
import { jobEvents } from '#store/jobEvents'
import { findJob } from '#store/jobs/findJob'
import { requestJob } from '#store/jobs/requestJob'
import { installQueue } from '#store/queue'
import { saveUpload } from '#store/uploads'
import { generatePayload } from '../support/generatePayload'
import { withTestStore } from '../support/testStore'
import { startTestWorker } from '../support/workerProcess'

withTestStore()

it('the log tells of each stage, and never what stood on a picture or what somebody wrote', async () => {
  await installQueue(databaseUrl())
  await jobEvents().ready()
  const { printed } = await startTestWorker()
  const bytes = await benchPicture(5, ['XYLOPHONE', 'QUARTZ OTTER'])
  const { id, sha256 } = await saveUpload(await putBytes('sources', bytes), 24)
  const source = { uploadId: id, sha256 }
  const { job } = await requestJob(generatePayload(source, ['marzipan', 'velvet']), config())
  await expect.poll(async () => (await findJob(job.id))!.state, { timeout: 60_000 }).toBe('DONE')
  const stages = () =>
    printed.map((line) => JSON.parse(line)).filter(({ jobId, msg }) => jobId === job.id && msg === 'stage')
  await expect.poll(() => stages().map(({ operation }) => operation)).toContain('store')
  for (const stage of stages())
    expect(stage).toMatchObject({ durationMs: expect.any(Number), rssAfterBytes: expect.any(Number) })
  const { meme } = (await findJob(job.id))!
  expect(JSON.stringify(meme!.report)).toMatch(/XYLOPHONE.*QUARTZ/)
  expect(printed.join(' ')).not.toMatch(/xylophone|quartz|otter|marzipan|velvet/i)
}, 120_000)
