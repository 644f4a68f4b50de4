import type { CuratedTemplateFieldsFragment, CurateResultFieldsFragment } from '../generated/graphql'
import type { PlainProblem } from './problem'

/** How a change of a template ended. */
export type CurateOutcome =
  | { readonly kind: 'done'; readonly template: CuratedTemplateFieldsFragment }
  | { readonly kind: 'conflict'; readonly current: CuratedTemplateFieldsFragment }
  | {
      readonly kind: 'refused'
      readonly problem: PlainProblem
      readonly issues: readonly { readonly field: string; readonly message: string }[]
    }

/** What a mutation's answer means for the page. */
export function curateOutcome(result: CurateResultFieldsFragment): CurateOutcome {
  switch (result.__typename) {
    case 'TemplateCurated':
      return { kind: 'done', template: result.template }
    case 'TemplateConflict':
      return { kind: 'conflict', current: result.current }
    case 'TemplateIssues':
      return { kind: 'refused', problem: result, issues: result.issues }
    default:
      return { kind: 'refused', problem: result, issues: [] }
  }
}
