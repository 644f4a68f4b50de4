import type { TypedDocumentString } from '../generated/graphql'
import { ProblemError, unreachable } from './problem'

interface Answer<TResult> {
  readonly data?: TResult | null
  readonly errors?: readonly {
    readonly message: string
    readonly extensions?: { readonly traceId?: string; readonly code?: string }
  }[]
}

/**
 * One GraphQL query or mutation.
 * @throws ProblemError when there is no answer or it says that the server failed; expected problems are part of the result.
 */
export async function request<TResult, TVariables>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
): Promise<TResult> {
  const answer = await post<TResult>({ query: document.toString(), variables }, signal)
  if (answer.data && !answer.errors?.length) return answer.data
  const [error] = answer.errors ?? []
  // Whose sign-in has expired is told so, in the server's words.
  if (error?.extensions?.code === 'NOT_SIGNED_IN') {
    throw new ProblemError({ code: 'NOT_SIGNED_IN', message: error.message, retryable: false })
  }
  const traceId = error?.extensions?.traceId
  const trace = traceId ? ` If it happens again, quote ${traceId}.` : ''
  throw new ProblemError({
    code: 'INTERNAL',
    message: `Something went wrong on our side. Try again.${trace}`,
    retryable: true,
  })
}

async function post<TResult>(body: unknown, signal?: AbortSignal): Promise<Answer<TResult>> {
  try {
    const response = await fetch('/api/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      signal: signal ?? null,
    })
    return (await response.json()) as Answer<TResult>
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ProblemError(unreachable)
  }
}
