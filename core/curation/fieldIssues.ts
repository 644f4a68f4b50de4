import { AppError } from '../errors'

/** What is wrong with a field, or missing in it. */
export interface FieldIssue {
  /** Its path, for example `name` or `boxes.2.color`; counted from 0. */
  readonly field: string
  /** Plain words that say what to do. */
  readonly message: string
}

/** A template that cannot become what was asked, with all reasons at once. */
export class TemplateIssuesError extends AppError {
  readonly issues: readonly FieldIssue[]
  constructor(code: 'INPUT_INVALID' | 'SLUG_TAKEN' | 'NOT_READY_TO_PUBLISH', issues: readonly FieldIssue[]) {
    super(code, issues.map(({ message }) => message).join(' '), { details: { field: issues[0]?.field ?? '' } })
    this.name = 'TemplateIssuesError'
    this.issues = issues
  }
}
