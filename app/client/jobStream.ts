import { createClient } from 'graphql-sse'
import type { JobFieldsFragment } from '../generated/graphql'
import { MemeProgress } from './documents'

/** What a stream tells. */
export interface JobStreamEvents {
  readonly onJob: (job: JobFieldsFragment) => void
  /** The stream has ended: by the network, the server, or because the job has. */
  readonly onEnd: () => void
}

/** One SSE connection per watched job; it makes no tries of its own to come back, `watchJob` does. */
export function openJobStream(jobId: string, events: JobStreamEvents): () => void {
  const client = createClient({ url: '/api/graphql/stream', retryAttempts: 0 })
  const stop = client.subscribe<{ memeProgress: JobFieldsFragment }>(
    { query: MemeProgress.toString(), variables: { jobId } },
    {
      next: ({ data, errors }) => {
        if (data && !errors) events.onJob(data.memeProgress)
        else stop()
      },
      error: events.onEnd,
      complete: events.onEnd,
    },
  )
  return () => {
    stop()
    client.dispose()
  }
}
