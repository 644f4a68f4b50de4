import { type ExecutionArgs, type ExecutionResult, GraphQLError, parse, specifiedRules, validate } from 'graphql'
import type { GraphContext } from '../context'
import { operationLimits } from '../limits/operationLimits'
import { schema } from '../schema'

interface OperationParams {
  readonly query?: unknown
  readonly operationName?: string | null
  readonly variables?: Readonly<Record<string, unknown>> | null
}

/** What Apollo does before it executes, for the path without Apollo: the same limits, the same codes. */
export function prepareOperation<C extends GraphContext>(
  { query, operationName, variables }: OperationParams,
  context: C,
): (ExecutionArgs & { contextValue: C }) | ExecutionResult<Record<string, unknown>, Record<string, unknown>> {
  if (typeof query !== 'string') return { errors: [new GraphQLError('The request has no query.')] }
  const { parseOptions, validationRules } = operationLimits(context.config)
  try {
    const document = parse(query, parseOptions)
    const errors = validate(schema(), document, [...specifiedRules, ...validationRules])
    if (errors.length > 0) return { errors: errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')) }
    return { schema: schema(), document, operationName, variableValues: variables, contextValue: context }
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [withCode(error, 'GRAPHQL_PARSE_FAILED')] }
    throw error
  }
}

const withCode = (error: GraphQLError, code: string): GraphQLError => {
  error.extensions.code = code
  return error
}
