import { expect, test } from 'vitest'
import { ask } from '#e2e/support/api'
import { useTestStore } from '#e2e/support/testStore'
import { putBytes } from '#store/files'
import { saveUpload } from '#store/uploads'

useTestStore()

const generate = `mutation ($input: GenerateMemeInput!) {
  generateMeme(input: $input) {
    __typename
    ... on JobTicket { joined fromFinishedMeme job { id kind state fraction version queuePosition stage problem { code } meme { id } } }
    ... on Problem { code message retryable }
    ... on CaptionProblem { captionIndex }
    ... on RequestProblem { field }
  }
}`

const newUpload = async (content: string): Promise<string> =>
  (await saveUpload(await putBytes('sources', Buffer.from(content)), 1)).id

test('queues a job and answers its ticket', async () => {
  const uploadId = await newUpload('one')
  const { data, errors } = await ask(generate, { input: { source: { uploadId }, captions: ['Hello'] } })
  expect(errors).toBeUndefined()
  expect(data.generateMeme).toMatchObject({
    __typename: 'JobTicket',
    joined: false,
    fromFinishedMeme: false,
    job: { kind: 'GENERATE', state: 'QUEUED', fraction: 0, version: 1, stage: null, problem: null, meme: null },
  })
})
