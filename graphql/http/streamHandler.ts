import type { ExecutionResult } from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/fetch'
import { createContext, type GraphContext } from '../context'
import { withPublicErrors } from '../publicErrors'
import { prepareOperation } from './prepareOperation'

/** graphql-sse asks for its own kind of context; ours goes through it unseen. */
type Carried = GraphContext & Record<PropertyKey, unknown>

/**
 * Executes one operation per request and answers with server-sent events (graphql-sse's "distinct connections mode"): `next` per result,
 * `complete` at the end, a comment now and then so that nobody on the way takes the connection for dead.
 */
export const createStreamHandler = (): ((request: Request) => Promise<Response>) =>
  createHandler<Carried>({
    // No tokens: the mode that keeps streams by token in memory stays off.
    authenticate: () => null as never,
    onConnect: () => undefined,
    context: ({ raw }) => createContext(raw) as Carried,
    onSubscribe: ({ raw }, params) => prepareOperation(params, createContext(raw) as Carried),
    onNext: (context, _request, result) => withPublicErrors(result as ExecutionResult, context),
  })
