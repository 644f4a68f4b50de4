import { createClient } from 'graphql-sse'

interface Ticket {
  readonly job: { readonly id: string; readonly state: string }
  readonly fromFinishedMeme: boolean
}

/** An API client as anybody would write one: upload, mutation, subscription until the end. */
export interface BenchClient {
  upload(bytes: Uint8Array): Promise<string>
  /** Settles when the subscription has told the end. @returns milliseconds from the mutation on */
  generate(uploadId: string, captions: readonly string[]): Promise<number>
}

const mutation = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) { __typename
  ... on JobTicket { fromFinishedMeme job { id state meme { url } } } ... on Problem { code message } } }`
const subscription = `subscription ($id: ID!) { memeProgress(jobId: $id) { state stage fraction meme { url } problem { code message } } }`

export function benchClient(url: string): BenchClient {
  const stream = createClient({ url: `${url}/api/graphql/stream`, retryAttempts: 0 })

  const post = async (query: string, variables: object): Promise<Record<string, unknown>> => {
    const response = await fetch(`${url}/api/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const answer = (await response.json()) as { data?: Record<string, unknown>; errors?: unknown }
    if (!answer.data) throw new Error(JSON.stringify(answer.errors))
    return answer.data
  }

  return {
    async upload(bytes) {
      const response = await fetch(`${url}/api/uploads`, {
        method: 'POST',
        headers: { 'x-memezap-upload': '1', 'content-type': 'application/octet-stream' },
        body: bytes as Uint8Array<ArrayBuffer>,
      })
      const answer = (await response.json()) as { uploadId?: string }
      if (!answer.uploadId) throw new Error(`upload refused: ${JSON.stringify(answer)}`)
      return answer.uploadId
    },
    async generate(uploadId, captions) {
      const start = performance.now()
      const { generateMeme } = await post(mutation, { input: { source: { uploadId }, captions } })
      const ticket = generateMeme as Ticket
      if (!ticket.job) throw new Error(JSON.stringify(generateMeme))
      if (ticket.job.state === 'DONE') return performance.now() - start
      const changes = stream.iterate<{ memeProgress: { state: string; problem: unknown } }>({
        query: subscription,
        variables: { id: ticket.job.id },
      })
      for await (const { data } of changes) {
        if (data?.memeProgress.state === 'DONE') return performance.now() - start
        if (data?.memeProgress.problem) throw new Error(JSON.stringify(data.memeProgress.problem))
      }
      throw new Error('the subscription ended before the job')
    },
  }
}
