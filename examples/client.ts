// Makes a meme and prints how it goes, then its address: npx tsx examples/client.ts meme.jpg "one does not simply" "write an API client"
import { readFile } from 'node:fs/promises'
import { createClient } from 'graphql-sse'

const site = process.env.MEMEZAP_URL ?? 'http://localhost:3000'
const [file = 'meme.jpg', ...captions] = process.argv.slice(2)

const picture = { method: 'POST', headers: { 'x-memezap-upload': '1' }, body: await readFile(file) }
const { uploadId, problem: refusal } = await (await fetch(`${site}/api/uploads`, picture)).json()
if (!uploadId) throw new Error(refusal.message)

const generate = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) {
  ... on JobTicket { job { id } } ... on Problem { message } } }`
const api = createClient({ url: `${site}/api/graphql/stream` })
const variables = { input: { source: { uploadId }, captions } }
const { job, message } = (await api.iterate({ query: generate, variables }).next()).value.data.generateMeme
if (!job) throw new Error(message)

const watch = 'subscription ($id: ID!) { memeProgress(jobId: $id) { stageText meme { url } problem { message } } }'
type Progress = { memeProgress: { stageText?: string; meme?: { url: string }; problem?: { message: string } } }
for await (const { data } of api.iterate<Progress>({ query: watch, variables: { id: job.id } })) {
  const { stageText, meme, problem } = data!.memeProgress
  if (problem) throw new Error(problem.message)
  console.log(meme ? new URL(meme.url, site).href : (stageText ?? '…'))
}
