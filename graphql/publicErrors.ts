import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql'
import { AppError } from '#core/errors'
import type { GraphContext } from './context'
import { internalFailure } from './problem'

/**
 * An error as clients may see it, on both execution paths. What graphql itself or a resolver says on purpose (GraphQLError, AppError) keeps its words and
 * gets a `code`; anything else is logged and becomes INTERNAL with a trace id.
 */
export function publicError(error: GraphQLError, context: GraphContext): GraphQLFormattedError {
  const { locations, path } = error.toJSON()
  const place = { ...(locations && { locations }), ...(path && { path }) }
  const cause = error.originalError
  if (cause instanceof AppError && cause.code !== 'INTERNAL')
    return { message: cause.message, ...place, extensions: { code: cause.code, retryable: cause.retryable } }
  if (!cause || cause instanceof GraphQLError)
    return { message: error.message, ...place, extensions: { code: 'INPUT_INVALID', ...error.extensions } }
  const { code, message, traceId } = internalFailure(cause, context)
  return { message, ...place, extensions: { code, traceId, retryable: true } }
}

/** The same for a whole result. */
export const withPublicErrors = (result: ExecutionResult, context: GraphContext): ExecutionResult =>
  result.errors
    ? {
        ...result,
        errors: result.errors.map((error) => {
          const { message, ...rest } = publicError(error, context)
          return new GraphQLError(message, { path: rest.path, extensions: rest.extensions })
        }),
      }
    : result
