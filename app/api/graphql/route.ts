import { startServerAndCreateNextHandler } from '@as-integrations/next'
import { createContext, type GraphContext } from '#graphql/context'
import { createApolloServer } from '#graphql/http/apolloServer'
import { config } from '#store/config'
import { limitedRequest } from '../limitedRequest'
import { graphiqlPage } from './graphiqlPage'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

/** About one packet. */
const SMALL_BYTES = 1400

let started: ((request: Request) => Promise<Response>) | undefined

/** Started with the first request, not while the site is built. */
async function handle(request: Request): Promise<Response> {
  started ??= startServerAndCreateNextHandler<Request, GraphContext>(createApolloServer(), {
    context: async (incoming) => createContext(incoming),
  })
  const answer = await started(request)
  const bytes = await answer.arrayBuffer()
  // Compressing so little takes longer than sending it; Next knows no length of ours, but heeds this.
  if (bytes.byteLength < SMALL_BYTES) answer.headers.append('cache-control', 'no-transform')
  return new Response(bytes, answer)
}

/** Queries by GET as Apollo allows them; for a browser, a page to try the API, with the query of the address in it. */
export async function GET(request: Request): Promise<Response> {
  return request.headers.get('accept')?.includes('text/html') ? graphiqlPage() : handle(request)
}

/** Queries and mutations. */
export async function POST(request: Request): Promise<Response> {
  const limited = await limitedRequest(request, config().limits.max_query_bytes)
  return limited instanceof Response ? limited : handle(limited)
}
