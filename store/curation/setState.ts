import { AppError } from '#core/errors'
import type { TemplateState } from '#core/template'
import { database } from '../database'
import type { StoredTemplate } from '../templates/template'
import { writeTemplate } from '../templates/writeTemplate'
import { needReady } from './editTemplate'
import { lockTemplate, unchanged } from './lockTemplate'

/** As the history names it. */
const actions = { published: 'publish', retired: 'retire', draft: 'unpublish' } as const satisfies Record<
  TemplateState,
  string
>

/** A new state for a template. */
export interface StateRequest {
  readonly id: string
  readonly expectedVersion: number
  readonly state: TemplateState
  readonly actor: string
}

/**
 * Publishes a template, retires it, or makes it a draft again. One that was merged is separate again when it leaves retirement.
 * @throws AppError NOT_FOUND | WRONG_STATE for a draft that was never published: there is nothing to retire; TemplateConflictError;
 * TemplateIssuesError NOT_READY_TO_PUBLISH
 */
export async function setState({ id, expectedVersion, state, actor }: StateRequest): Promise<StoredTemplate> {
  return database().$transaction(async (tx) => {
    const old = await lockTemplate(tx, id, expectedVersion)
    const { mergedInto: _, ...same } = unchanged(old)
    if (same.state === state) return old
    if (state === 'published') needReady(same.words)
    if (state === 'retired' && old.publishedAt === null)
      throw new AppError(
        'WRONG_STATE',
        'This draft was never published, so there is nothing to retire. Delete it instead.',
      )
    return writeTemplate(tx, old, { ...same, state, actor, action: actions[state] })
  })
}
