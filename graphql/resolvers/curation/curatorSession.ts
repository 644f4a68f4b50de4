import { AppError } from '#core/errors'
import { adminToken } from '../../admin/adminToken'
import { curatorOrNull } from '../../admin/needCurator'
import type { QueryResolvers } from '../../generated/resolvers'

/** Who is signed in, and whether somebody can. */
export const curatorSession: NonNullable<QueryResolvers['curatorSession']> = async (_root, _args, context) => {
  const available = adminToken() !== undefined
  return {
    curator: await curatorOrNull(context),
    available,
    howTo: available ? null : new AppError('CURATION_OFF').message,
  }
}
