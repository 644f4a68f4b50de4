// Makes a meme of a template for each argument, all in one batch: npx tsx examples/batch.ts two-terrible-buttons "read it|try it|me" "tabs|spaces"
import { createClient } from 'graphql-sse'

const site = process.env.MEMEZAP_URL ?? 'http://localhost:3000'
const [templateId = 'two-terrible-buttons', ...memes] = process.argv.slice(2)
const api = createClient({ url: `${site}/api/graphql/stream` })

const generate = `mutation ($input: GenerateMemesInput!) { generateMemes(input: $input) {
  ... on BatchTicket { batch { id } } ... on Problem { message } } }`
const items = memes.map((words) => ({ captions: words.split('|') }))
const variables = { input: { shared: { source: { templateId } }, items } }
const { batch, message } = (await api.iterate({ query: generate, variables }).next()).value.data.generateMemes
if (!batch) throw new Error(message)

const watch = `subscription ($id: ID!) { batchProgress(batchId: $id) {
  batch { done total } changed { index meme { url } problem { message } } } }`
interface Progress {
  batchProgress: {
    batch: { done: number; total: number }
    changed: { index: number; meme?: { url: string }; problem?: { message: string } }[]
  }
}
for await (const { data } of api.iterate<Progress>({ query: watch, variables: { id: batch.id } })) {
  const { batch: sums, changed } = data!.batchProgress
  for (const { index, meme, problem } of changed)
    if (meme ?? problem)
      console.log(
        `${sums.done}/${sums.total} ${memes[index]}: ${meme ? new URL(meme.url, site).href : problem?.message}`,
      )
}
