import { findJob } from '#store/jobs/findJob'
import type { QueryResolvers } from '../../generated/resolvers'

/** A job by id; null when there is none. */
export const job: NonNullable<QueryResolvers['job']> = (_root, { id }) => findJob(id)
