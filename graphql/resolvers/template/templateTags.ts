import { commonTags } from '#store/templates/findTemplates'
import type { QueryResolvers } from '../../generated/resolvers'
import { inRange } from '../../input/invalid'

const MAX_FIRST = 100

/** The keywords most templates share, with their counts. */
export const templateTags: NonNullable<QueryResolvers['templateTags']> = (_root, { first }) =>
  commonTags(inRange('first', first ?? 30, 1, MAX_FIRST))
