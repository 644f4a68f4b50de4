import { createClient } from 'graphql-sse'

export interface JobState {
  readonly id: string
  readonly state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  readonly stage: string | null
  readonly fraction: number
  readonly meme: { readonly id: string; readonly url: string } | null
  readonly problem: { readonly code: string; readonly message: string } | null
}

/** What `generateMeme` answers: a ticket, or a problem. */
export interface GenerateAnswer {
  readonly __typename: string
  readonly job?: JobState
  readonly joined?: boolean
  readonly fromFinishedMeme?: boolean
  readonly code?: string
  readonly message?: string
}

/** An upload's id, or another source that the contract knows. */
export type ClientSource = string | { readonly templateId: string } | { readonly url: string }

/** An API client as anybody would write one: upload, mutation, subscription until the end. */
export interface MemeClient {
  upload(bytes: Uint8Array): Promise<string>
  /** Runs one operation over HTTP. Throws what the API calls errors. */
  ask<T>(query: string, variables?: object): Promise<T>
  request(source: ClientSource, captions: readonly string[]): Promise<GenerateAnswer>
  /** Each state that the subscription tells, until the last. */
  progress(jobId: string): AsyncIterable<JobState>
  /** The job's last state. */
  ended(jobId: string): Promise<JobState>
  /** Makes a meme; throws when there is none in the end. */
  generate(source: ClientSource, captions: readonly string[]): Promise<JobState>
}

const jobFields = 'id state stage fraction meme { id url } problem { code message }'
const mutation = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) { __typename
  ... on JobTicket { joined fromFinishedMeme job { ${jobFields} } } ... on Problem { code message } } }`
const subscription = `subscription ($id: ID!) { memeProgress(jobId: $id) { ${jobFields} } }`

export function memeClient(url: string): MemeClient {
  const stream = createClient({ url: `${url}/api/graphql/stream`, retryAttempts: 0 })

  const client: MemeClient = {
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
    async ask<T>(query: string, variables: object = {}) {
      const response = await fetch(`${url}/api/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      const answer = (await response.json()) as { data?: T; errors?: unknown }
      if (!answer.data) throw new Error(JSON.stringify(answer.errors))
      return answer.data
    },
    async request(source, captions) {
      const input = { source: typeof source === 'string' ? { uploadId: source } : source, captions }
      return (await client.ask<{ generateMeme: GenerateAnswer }>(mutation, { input })).generateMeme
    },
    async *progress(jobId) {
      const changes = stream.iterate<{ memeProgress: JobState }>({ query: subscription, variables: { id: jobId } })
      for await (const { data, errors } of changes) {
        if (!data) throw new Error(JSON.stringify(errors))
        yield data.memeProgress
      }
    },
    async ended(jobId) {
      let last: JobState | undefined
      for await (const state of client.progress(jobId)) last = state
      if (!last || last.state === 'QUEUED' || last.state === 'RUNNING')
        throw new Error('the subscription ended before the job')
      return last
    },
    async generate(source, captions) {
      const { job, ...problem } = await client.request(source, captions)
      if (!job) throw new Error(JSON.stringify(problem))
      const end = job.state === 'DONE' ? job : await client.ended(job.id)
      if (!end.meme) throw new Error(JSON.stringify(end))
      return end
    },
  }
  return client
}
