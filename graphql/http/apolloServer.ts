import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { config } from '#store/config'
import type { GraphContext } from '../context'
import { operationLimits } from '../limits/operationLimits'
import { publicError } from '../publicErrors'
import { schema } from '../schema'

/** Rewrites errors to what clients may see, where the request's trace id is at hand; answers carry that id as well. */
const publicErrors: ApolloServerPlugin<GraphContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, errors, response }) {
        response.http.headers.set('x-request-id', contextValue.traceId)
        if (errors && response.body.kind === 'single')
          response.body.singleResult.errors = errors.map((error) => publicError(error, contextValue))
      },
    }
  },
}

/** Apollo Server for queries and mutations over HTTP: no batches, no requests that a foreign page could send unasked. */
export function createApolloServer(): ApolloServer<GraphContext> {
  const { parseOptions, validationRules } = operationLimits(config())
  return new ApolloServer<GraphContext>({
    schema: schema(),
    parseOptions,
    validationRules: [...validationRules],
    plugins: [publicErrors, ApolloServerPluginLandingPageDisabled()],
    csrfPrevention: true,
    // Nobody needs queries by hash here, and what is not there keeps no cache that strangers can fill.
    persistedQueries: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  })
}
