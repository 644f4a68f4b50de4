import { traceIdOf } from '#graphql/context'
import { createStreamHandler } from '#graphql/http/streamHandler'
import { config } from '#store/config'
import { limitedRequest } from '../../limitedRequest'

/** Never answered from a cache or at build time. */
export const dynamic = 'force-dynamic'

const handle = createStreamHandler()

async function stream(request: Request): Promise<Response> {
  const headers = new Headers(request.headers)
  // The handler compares this header as a whole; clients may list more than one type.
  headers.set('accept', 'text/event-stream')
  const traceId = traceIdOf(request)
  headers.set('x-request-id', traceId)
  const response = await handle(new Request(request, { headers }))
  response.headers.set('x-request-id', traceId)
  // Not compressed: that takes more time than so few bytes save, and holds events back.
  response.headers.set('cache-control', 'no-cache, no-transform')
  // Proxies that collect answers before they pass them on would hold every event back.
  response.headers.set('x-accel-buffering', 'no')
  return response
}

/** One operation in the query string, for clients that can only GET; mutations are refused. */
export const GET = stream

/** One operation as JSON; a subscription stays open until it completes. */
export async function POST(request: Request): Promise<Response> {
  const limited = await limitedRequest(request, config().limits.max_query_bytes)
  return limited instanceof Response ? limited : stream(limited)
}
