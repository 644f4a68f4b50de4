import { type ExecutionArgs, type ExecutionResult, GraphQLError, parse, specifiedRules, validate } from 'graphql'
import type { GraphContext } from '../context'
import { operationLimits } from '../limits/operationLimits'
import { schema } from '../schema'

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
  const { parseOptions, validationRules } = operationLimits(context.config)
  try {
    const document = parse(query, parseOptions)
    const errors = validate(schema(), document, [...specifiedRules, ...validationRules])
    if (errors.length > 0) return refused(errors, 'GRAPHQL_VALIDATION_FAILED')
    return { schema: schema(), document, operationName, variableValues: variables, contextValue: context }
  } catch (error) {
    if (error instanceof GraphQLError) return refused([error], 'GRAPHQL_PARSE_FAILED')
    throw error
  }
}

/** A result, so that it reaches clients as the stream's one event: of a refusal by HTTP status they would only tell the status. */
function refused(errors: readonly GraphQLError[], code = 'INPUT_INVALID'): Result {
  for (const error of errors) error.extensions.code = code
  return { data: null, errors }
}
