import { type PlainProblem, ProblemError, unreachable } from './problem'

async function ask(method: 'POST' | 'DELETE', body?: unknown): Promise<void> {
  let response: Response
  try {
    response = await fetch('/api/admin/session', {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
  } catch {
    throw new ProblemError(unreachable)
  }
  if (response.ok) return
  const { problem } = (await response.json().catch(() => ({}))) as { readonly problem?: PlainProblem }
  throw new ProblemError(problem ?? unreachable)
}

/** Signs this browser in as a curator. @throws ProblemError WRONG_TOKEN, CURATION_OFF, TOO_MANY_ATTEMPTS, … */
export const signIn = (token: string, name: string): Promise<void> => ask('POST', { token, name })

/** Ends this browser's session. @throws ProblemError when the site does not answer */
export const signOut = (): Promise<void> => ask('DELETE')
