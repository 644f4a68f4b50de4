import type { Ticket } from '#store/jobs/requestJob'
import type { GraphContext } from '../../context'
import type { ResolversTypes } from '../../generated/resolvers'
import { waitForJob } from '../../waitForJob'

type JobTicket = Awaited<ResolversTypes['JobTicket']> & { readonly __typename: 'JobTicket' }

/** The answer to a request for a job, after waiting for its end as long as the client wants. */
export async function ticketAnswer(ticket: Ticket, waitMs: number, { signal }: GraphContext): Promise<JobTicket> {
  const { joined, fromFinishedMeme } = ticket
  return { __typename: 'JobTicket', job: await waitForJob(ticket.job.id, waitMs, signal), joined, fromFinishedMeme }
}
