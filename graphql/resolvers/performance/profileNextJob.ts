import { askForProfile } from '#store/performance/profileRequests'
import { needCurator } from '../../admin/needCurator'
import type { MutationResolvers } from '../../generated/resolvers'
import { orProblem } from '../../problem'

/** Has the next job profiled. */
export const profileNextJob: NonNullable<MutationResolvers['profileNextJob']> = (_root, _args, context) =>
  orProblem(context, ['RequestProblem', 'ServiceProblem'], async () => {
    const { name } = await needCurator(context)
    return { __typename: 'ProfileAsked', at: await askForProfile(name) } as const
  })
