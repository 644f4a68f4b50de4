import { type Dispatcher, Pool } from 'undici'
import type { ClientSource, GenerateAnswer, JobState } from '#e2e/support/memeClient'

/** Items of a batch that have ended since the event before. */
export interface BatchEvent {
  readonly ended: boolean
  readonly finished: readonly number[]
}

/**
 * An API client that takes little processor time, because it runs on the cores that it measures: connections are kept, and answers are
 * parsed without web streams. It asks what `memeClient` of the tests asks: upload, mutation, subscription until the end.
 */
export interface LeanClient {
  upload(bytes: Uint8Array): Promise<string>
  /** Makes a meme, followed by subscription. Throws when there is none in the end. */
  generate(source: ClientSource, captions: readonly string[]): Promise<void>
  /** Asks for many memes at once and follows them by one subscription. Throws when one is refused or fails. */
  batch(items: readonly BatchWish[], shared?: Partial<BatchWish>): AsyncIterable<BatchEvent>
  close(): Promise<void>
}

/** One meme of a batch. */
export interface BatchWish {
  readonly source?: { readonly uploadId: string } | { readonly templateId: string }
  readonly captions: readonly string[]
}

const jobFields = 'id state meme { id url } problem { code message }'
const mutation = `mutation ($input: GenerateMemeInput!) { generateMeme(input: $input) { __typename
  ... on JobTicket { job { ${jobFields} } } ... on Problem { code message } } }`
const progress = `subscription ($id: ID!) { memeProgress(jobId: $id) { ${jobFields} } }`
const batchMutation = `mutation ($input: GenerateMemesInput!) { generateMemes(input: $input) { __typename
  ... on BatchTicket { batch { id } } ... on Problem { code message } } }`
const batchProgress = `subscription ($id: ID!) { batchProgress(batchId: $id) {
  batch { ended } changed { index job { state } problem { code message } } } }`

const json = { 'content-type': 'application/json' }

interface BatchData {
  readonly batchProgress: {
    readonly batch: { readonly ended: boolean }
    readonly changed: readonly {
      readonly index: number
      readonly job: { readonly state: JobState['state'] } | null
      readonly problem: { readonly code: string; readonly message: string } | null
    }[]
  }
}

/** Connects to a site. @param connections how many at most are kept open */
export function leanClient(url: string, connections = 128): LeanClient {
  const pool = new Pool(url, { connections, pipelining: 1 })

  /** Asks again when a connection was closed at the moment it was used: the site closes those that have been idle for seconds. */
  async function request(options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData> {
    try {
      return await pool.request(options)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'UND_ERR_SOCKET') throw error
      return pool.request(options)
    }
  }

  async function post<T>(path: string, headers: Record<string, string>, body: string | Uint8Array): Promise<T> {
    const answer = await request({ path, method: 'POST', headers, body })
    return (await answer.body.json()) as T
  }

  async function ask<T>(query: string, variables: object): Promise<T> {
    const answer = await post<{ data?: T; errors?: unknown }>(
      '/api/graphql',
      json,
      JSON.stringify({ query, variables }),
    )
    if (!answer.data) throw new Error(JSON.stringify(answer.errors))
    return answer.data
  }

  /** Each event of a subscription: blocks of `event:` and `data:` lines, an empty line between. */
  async function* follow<T>(query: string, id: string): AsyncIterable<T> {
    const answer = await request({
      path: '/api/graphql/stream',
      method: 'POST',
      headers: { ...json, accept: 'text/event-stream' },
      body: JSON.stringify({ query, variables: { id } }),
    })
    answer.body.setEncoding('utf8')
    let rest = ''
    for await (const piece of answer.body as AsyncIterable<string>) {
      const blocks = (rest + piece).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const line = block.split('\n').find((one) => one.startsWith('data: {'))
        if (!line) continue
        const { data, errors } = JSON.parse(line.slice(6)) as { data?: T; errors?: unknown }
        if (!data) throw new Error(JSON.stringify(errors))
        yield data
      }
    }
  }

  async function ended(id: string): Promise<JobState> {
    let last: JobState | undefined
    for await (const { memeProgress } of follow<{ memeProgress: JobState }>(progress, id)) last = memeProgress
    if (!last) throw new Error('the subscription told nothing')
    return last
  }

  return {
    async upload(bytes) {
      const headers = { 'x-memezap-upload': '1', 'content-type': 'application/octet-stream' }
      const answer = await post<{ uploadId?: string }>('/api/uploads', headers, bytes)
      if (!answer.uploadId) throw new Error(`upload refused: ${JSON.stringify(answer)}`)
      return answer.uploadId
    },
    async generate(source, captions) {
      const input = { source: typeof source === 'string' ? { uploadId: source } : source, captions }
      const { job, ...problem } = (await ask<{ generateMeme: GenerateAnswer }>(mutation, { input })).generateMeme
      if (!job) throw new Error(JSON.stringify(problem))
      const end = job.state === 'DONE' ? job : await ended(job.id)
      if (!end.meme) throw new Error(JSON.stringify(end))
    },
    async *batch(items, shared) {
      const { generateMemes } = await ask<{ generateMemes: { batch?: { id: string } } }>(batchMutation, {
        input: { items, ...(shared ? { shared } : {}) },
      })
      if (!generateMemes.batch) throw new Error(JSON.stringify(generateMemes))
      for await (const event of follow<BatchData>(batchProgress, generateMemes.batch.id)) {
        const { batch, changed } = event.batchProgress
        const failed = changed.find(({ problem }) => problem)
        if (failed) throw new Error(JSON.stringify(failed))
        yield {
          ended: batch.ended,
          finished: changed.filter(({ job }) => job?.state === 'DONE').map(({ index }) => index),
        }
      }
    },
    close: () => pool.close(),
  }
}
