import { TemplateIssuesError } from '#core/curation/fieldIssues'
import type { Curator } from '#core/curator'
import { TemplateConflictError } from '#store/curation/lockTemplate'
import { findTemplate } from '#store/templates/findTemplates'
import { needCurator } from '../../admin/needCurator'
import type { GraphContext } from '../../context'
import { orProblem } from '../../problem'

async function orIssues<T>(change: () => Promise<T>) {
  try {
    return await change()
  } catch (error) {
    if (!(error instanceof TemplateIssuesError)) throw error
    const { code, message, retryable, issues } = error
    return { __typename: 'TemplateIssues', code, message, retryable, issues } as const
  }
}

async function orConflict<T>(change: () => Promise<T>) {
  try {
    return await change()
  } catch (error) {
    const current = error instanceof TemplateConflictError ? await findTemplate(error.templateId) : null
    if (!(error instanceof TemplateConflictError) || current === null) throw error
    const { code, message, retryable } = error
    return { __typename: 'TemplateConflict', code, message, retryable, current } as const
  }
}

/** Runs what only a curator may do on a version; failures become members of the result unions, conflicts with the template as it is now. */
export const curateVersion = <T>(context: GraphContext, change: (curator: Curator) => Promise<T>) =>
  orProblem(context, ['RequestProblem', 'ServiceProblem'], async () => {
    const curator = await needCurator(context)
    // What an earlier change of the same request has read is not true any more.
    context.curation.templates.clearAll()
    return orConflict(() => change(curator))
  })

/** The same for changes that may not fit, field by field. */
export const curate = <T>(context: GraphContext, change: (curator: Curator) => Promise<T>) =>
  curateVersion(context, (curator) => orIssues(() => change(curator)))
