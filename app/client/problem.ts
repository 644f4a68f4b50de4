/** Something that went wrong, in words for the person: the API's own problems, and those of the way to it. */
export interface PlainProblem {
  readonly code: string
  readonly message: string
  readonly retryable: boolean
  readonly captionIndex?: number | null
  readonly fitsCharacters?: number | null
  readonly characters?: readonly string[] | null
}

/** No answer, or none that makes sense: the network is away or the site restarts. */
export const unreachable: PlainProblem = {
  code: 'UNREACHABLE',
  message: 'The site does not answer just now. Check your connection and try again; nothing you typed is lost.',
  retryable: true,
}

/** Thrown by the functions of this folder, so that a caller handles one kind of failure. */
export class ProblemError extends Error {
  readonly problem: PlainProblem
  constructor(problem: PlainProblem) {
    super(problem.message)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** What to show for anything that was thrown. */
export const problemOf = (error: unknown): PlainProblem => (error instanceof ProblemError ? error.problem : unreachable)
