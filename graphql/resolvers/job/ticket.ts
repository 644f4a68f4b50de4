import type { Ticket } from '#store/jobs/requestJob'
import type { GraphContext } from '../../context'
import type { ResolversTypes } from '../../generated/resolvers'
import { waitForJob } from '../../waitForJob'

type JobTicket = Awaited<ResolversTypes['JobTicket']> & { readonly __typename: 'JobTicket' }

/** The answer to a request for a job, after waiting for its end as long as the client wants. */
export async function ticketAnswer(ticket: Ticket, waitMs: number, { signal }: GraphContext): Promise<JobTicket> {
  const { joined, fromFinishedMeme, fromFinishedAnalysis } = ticket
  // A job that nobody waits for was read a moment ago.
  const isFresh = waitMs <= 0 && ticket.job.memeId === null
  const job = isFresh ? { ...ticket.job, meme: null } : await waitForJob(ticket.job.id, waitMs, signal)
  return { __typename: 'JobTicket', job, joined, fromFinishedMeme, fromFinishedAnalysis }
}
