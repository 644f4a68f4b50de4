import type { PlainProblem } from '../../../client/problem'
import { fieldName } from '../../../curate/fieldName'
import { ProblemNote } from '../../create/ProblemNote'
import classes from './Trouble.module.css'

interface TroubleProps {
  readonly problem: PlainProblem
  /** Field by field, where that is known. */
  readonly issues?: readonly { readonly field: string; readonly message: string }[]
  readonly onRetry?: () => void
}

/** What went wrong. Whose sign-in has expired can sign in beside this page, so that nothing on it is lost. */
export function Trouble({ problem, issues = [], onRetry }: TroubleProps) {
  return (
    <div className={classes.trouble}>
      <ProblemNote problem={problem} {...(onRetry ? { onRetry } : {})} />
      {issues.length > 0 && (
        <ul>
          {issues.map(({ field, message }) => (
            <li key={field}>
              <b>{fieldName(field)}:</b> {message}
            </li>
          ))}
        </ul>
      )}
      {problem.code === 'INTERNAL' && <p>Nothing that you changed is lost. Try again in a moment.</p>}
      {problem.code === 'NOT_SIGNED_IN' && (
        <a href="/admin" target="_blank" rel="noreferrer">
          Sign in in another tab, then try again here
        </a>
      )}
    </div>
  )
}
