import { AppError } from '#core/errors'
import { dismissRecurringUpload } from '#store/recurringUploads'
import { forgetEmptySearch } from '#store/templates/emptySearches'
import { needCurator } from '../../admin/needCurator'
import type { GraphContext } from '../../context'
import type { MutationResolvers } from '../../generated/resolvers'
import { orProblem } from '../../problem'

const dismiss = (context: GraphContext, id: string, dismissed: (id: string) => Promise<boolean>) =>
  orProblem(context, ['RequestProblem', 'ServiceProblem'], async () => {
    await needCurator(context)
    if (!(await dismissed(id))) throw new AppError('NOT_FOUND', 'It is not on the list (any more).')
    return { __typename: 'Dismissed', id } as const
  })

/** Take off a list what somebody has dealt with. */
export const dismissMutations = {
  dismissEmptySearch: (_root, { words }, context) => dismiss(context, words, forgetEmptySearch),
  dismissRecurringUpload: (_root, { id }, context) => dismiss(context, id, dismissRecurringUpload),
} satisfies MutationResolvers
