import { expect, test } from 'vitest'
import { ask } from '#e2e/support/api'
import { withTestStore } from '#e2e/support/testStore'
import { config } from '#store/config'
import { requestJob } from '#store/jobs/requestJob'
import { type SignOfLife, saveSignOfLife, signOff } from '#store/workers'
import { jobSlots } from '../../performance/jobSlots'

withTestStore()

const status = async () => (await ask('{ status { worker waiting } }')).data.status

const live = (id: string, state: SignOfLife['state'], more: Partial<SignOfLife> = {}) =>
  saveSignOfLife({ id, state, host: 'here', pid: 1, queueIds: [], models: {}, rssBytes: 1, load: 0, ...more })
const gone = (id: string) => signOff(id, config().queue.dead_after_seconds, config().queue.max_attempts)

test('tells whether a worker takes jobs, and how many jobs wait', async () => {
  expect(await status()).toEqual({ worker: 'AWAY', waiting: 0 })
  await live('one', 'WARMING')
  await requestJob({ kind: 'ANALYZE', source: { url: 'http://example.com/' }, recognise: true }, config())
  expect(await status()).toEqual({ worker: 'WARMING', waiting: 1 })
  await live('two', 'READY')
  expect((await status()).worker).toBe('READY')
  await gone('two')
  expect((await status()).worker).toBe('WARMING')
})

test('tells which kinds of work nobody does, and counts on nobody for what needs them', async () => {
  const now = async () => (await ask('{ status { worker missing } }')).data.status
  const slots = async () => {
    const slotsFor = await jobSlots(config())
    return [slotsFor('ANALYZE'), slotsFor('IMPORT')]
  }
  await gone('one')
  expect(await now()).toEqual({ worker: 'AWAY', missing: ['OCR', 'INPAINT', 'RENDER', 'EMBED'] })
  await live('reads', 'READY', { kinds: ['ocr'], jobSlots: 0 })
  expect(await now()).toEqual({ worker: 'AWAY', missing: ['INPAINT', 'RENDER', 'EMBED'] })
  await live('takes', 'READY', { kinds: ['render', 'embed'], jobSlots: 6 })
  expect(await now()).toEqual({ worker: 'READY', missing: ['INPAINT'] })
  expect(await slots()).toEqual([0, 6])
  await live('removes', 'WARMING', { kinds: ['inpaint'], jobSlots: 0 })
  expect(await now()).toEqual({ worker: 'READY', missing: [] })
  expect(await slots()).toEqual([6, 6])
})

test('tells the limits in force', async () => {
  const { data } = await ask(
    '{ limits { maxUploadBytes maxPixels maxCaptions maxCaptionCharacters minFontPx maxBatch } }',
  )
  const { limits } = config()
  expect(data.limits).toEqual({
    maxUploadBytes: limits.max_upload_bytes,
    maxPixels: limits.max_pixels,
    maxCaptions: limits.max_captions,
    maxCaptionCharacters: limits.max_caption_characters,
    minFontPx: limits.min_font_px,
    maxBatch: limits.max_batch,
  })
})
