import { expect, it } from 'vitest'
import { generatePayload } from '#e2e/support/generatePayload'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { putBytes } from '#store/files'
import { requestJob } from '#store/jobs/requestJob'
import { saveUpload } from '#store/uploads'
import { withParts } from './parts.testing'
import { drawnScene, opened } from './recognise/testing/drawnScene'
import { runJob } from './runJob'

withTestStore()

const worker = withParts()

it('a job has its room until what is done after it has ended: a picture is counted for the curators then', async () => {
  const bytes = await opened(drawnScene(76, 640, 480))
    .png()
    .toBuffer()
  const { sha256, id: uploadId } = await saveUpload(await putBytes('sources', bytes), 24)
  const { job } = await requestJob(generatePayload({ sha256, uploadId }, ['WORDS']), config())
  const { pixels } = worker.parts
  const inFlight: number[] = []
  await runJob(job.id, 'test-worker', worker.parts, undefined, () => void inFlight.push(pixels.inFlight()))
  expect(inFlight).toEqual([640 * 480])
  expect(pixels.inFlight()).toBe(0)
})
