import { findBatch } from '#store/batches/findBatch'
import type { QueryResolvers } from '../../generated/resolvers'

/** A batch by id; null when there is none. */
export const batch: NonNullable<QueryResolvers['batch']> = (_root, { id }) => findBatch(id)
