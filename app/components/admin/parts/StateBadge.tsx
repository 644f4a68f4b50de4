import type { TemplateState } from '../../../generated/graphql'
import classes from './StateBadge.module.css'

const words = { DRAFT: 'Draft', PUBLISHED: 'Published', RETIRED: 'Retired' } as const

/** Whether people find a template, in a word and a colour. */
export const StateBadge = ({ state }: { readonly state: TemplateState }) => (
  <span className={classes.badge} data-state={state}>
    {words[state]}
  </span>
)
