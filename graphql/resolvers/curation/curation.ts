import { needCurator } from '../../admin/needCurator'
import type { QueryResolvers } from '../../generated/resolvers'

/** The door to all that only curators see. @throws AppError NOT_SIGNED_IN, … */
export const curation: NonNullable<QueryResolvers['curation']> = (_root, _args, context) => needCurator(context)
