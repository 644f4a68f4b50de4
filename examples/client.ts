// Makes a meme and prints its address: npx tsx examples/client.ts meme.jpg "one does not simply" "write an API client"
import { readFile } from 'node:fs/promises'
import { createClient } from 'graphql-sse'

const site = process.env.MEMEZAP_URL ?? 'http://localhost:3000'
const [file = 'meme.jpg', ...captions] = process.argv.slice(2)

const headers = { 'x-memezap-upload': '1' }
const upload = await fetch(`${site}/api/uploads`, { method: 'POST', headers, body: await readFile(file) })
const { uploadId, problem: refusal } = await upload.json()
if (!uploadId) throw new Error(refusal.message)

const generate = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) {
  ... on JobTicket { job { id } } ... on Problem { message } } }`
const progress =
  'subscription ($id: ID!) { memeProgress(jobId: $id) { stageText fraction meme { url } problem { message } } }'
type Ticket = { generateMeme: { job?: { id: string }; message?: string } }
type Progress = { memeProgress: Record<'meme' | 'problem', Record<string, string> | null> & Record<string, unknown> }

const api = createClient({ url: `${site}/api/graphql/stream` })
const variables = { input: { source: { uploadId }, captions } }
const { job, message } = (await api.iterate<Ticket>({ query: generate, variables }).next()).value.data.generateMeme
if (!job) throw new Error(message)
for await (const { data } of api.iterate<Progress>({ query: progress, variables: { id: job.id } })) {
  const { stageText, fraction, meme, problem } = data!.memeProgress
  console.error(Number(fraction).toFixed(2), stageText ?? '')
  if (problem) throw new Error(problem.message)
  if (meme) console.log(new URL(meme.url!, site).href)
}
