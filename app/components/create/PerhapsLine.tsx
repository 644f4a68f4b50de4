import { eachOnce, type Match } from '../../create/matches'
import classes from './Recognition.module.css'
import { TemplateNames } from './TemplateNames'

/** Templates that a picture may show, but not certainly enough to use one unasked. */
export function PerhapsLine({ matches }: { readonly matches: readonly Match[] }) {
  const named = eachOnce(matches)
  if (named.length === 0) return null
  return (
    <p className={classes.others}>
      Looks a bit like <TemplateNames matches={named} />, but not enough to be sure.
    </p>
  )
}
