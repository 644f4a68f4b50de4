import { afterAll, beforeAll, expect, it } from 'vitest'
import { benchPicture } from '#scripts/bench/picture'
import { type MemeClient, memeClient } from '../support/memeClient'
import { type Stack, startStack } from '../support/stack'

let stack: Stack
let client: MemeClient
beforeAll(async () => {
  stack = await startStack({ worker: false, env: { MEMEZAP_QUEUE__MAX_WAITING: '5' } })
  client = memeClient(stack.url)
})
afterAll(() => stack.stop())

it('refuses what is too much with words, keeps what it took, and works it off once a worker is there', async () => {
  const uploadId = await client.upload(benchPicture(6, ['FLOOD', 'GATE']))
  const { status } = await client.ask<{ status: object }>('{ status { worker waiting } }')
  expect(status).toEqual({ worker: 'AWAY', waiting: 0 })
  const answers = []
  for (let i = 0; i < 8; i++) answers.push(await client.request(uploadId, [`WAVE ${i}`]))
  const taken = answers.filter(({ job }) => job)
  expect(taken).toHaveLength(5)
  expect(answers.slice(5).map(({ code }) => code)).toEqual(['QUEUE_FULL', 'QUEUE_FULL', 'QUEUE_FULL'])
  await stack.startWorker()
  const ends = await Promise.all(taken.map(({ job }) => client.ended(job!.id)))
  expect(ends.map(({ state }) => state)).toEqual(Array(5).fill('DONE'))
})
