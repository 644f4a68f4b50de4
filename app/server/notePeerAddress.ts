import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { PEER_HEADER } from '#graphql/admin/clientAddress'

/**
 * Writes into each request's headers who is at the other end of its connection: Next tells routes nothing of it but `X-Forwarded-For`, which a client
 * may write itself. Node publishes each request here before anybody handles it.
 */
export function notePeerAddress(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage }
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? ''
  })
}
