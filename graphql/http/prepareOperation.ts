import { type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql'
import type { GraphContext } from '../context'
import { schema } from '../schema'
import { knownDocument } from './knownDocuments'

type Result = ExecutionResult<Record<string, unknown>, Record<string, unknown>>

interface OperationParams {
  readonly query?: unknown
  readonly operationName?: string | null
  readonly variables?: Readonly<Record<string, unknown>> | null
}

/** What Apollo does before it executes, for the path without Apollo: the same limits, the same codes. */
export function prepareOperation<C extends GraphContext>(
  { query, operationName, variables }: OperationParams,
  context: C,
): (ExecutionArgs & { contextValue: C }) | Result {
  if (typeof query !== 'string') return refused([new GraphQLError('The request has no query.')])
  const judged = knownDocument(query, context.config)
  if ('errors' in judged) return refused(judged.errors, judged.code)
  const { document } = judged
  return { schema: schema(), document, operationName, variableValues: variables, contextValue: context }
}

/** A result, so that it reaches clients as the stream's one event: of a refusal by HTTP status they would only tell the status. */
function refused(errors: readonly GraphQLError[], code = 'INPUT_INVALID'): Result {
  for (const error of errors) error.extensions.code = code
  return { data: null, errors }
}
