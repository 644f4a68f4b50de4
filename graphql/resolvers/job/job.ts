import { findJob } from '#store/jobs/findJob'
import type { QueryResolvers } from '../../generated/resolvers'

export const job: NonNullable<QueryResolvers['job']> = (_root, { id }) => findJob(id)
