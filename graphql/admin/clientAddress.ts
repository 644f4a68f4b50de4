import ipaddr from 'ipaddr.js'

/** Set by app/server/notePeerAddress.ts, over whatever a client sent under this name. */
export const PEER_HEADER = 'x-memezap-peer'

/** An IPv6 customer has a whole /64: counting single addresses of it would count nothing. */
function network(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const parts = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16))
  return `${parts.join(':')}::/64`
}

/**
 * Where a request came from, for counting. `X-Forwarded-For` is what anybody may write, so only the last entries of it count, as many as there
 * are proxies of ours; without a proxy the connection's own address does.
 * @param proxies `server.trusted_proxies`
 */
export function clientAddress(headers: Headers, proxies: number): string {
  const peer = headers.get(PEER_HEADER) ?? ''
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return network(proxies === 0 ? peer : (forwarded.at(-proxies) ?? peer))
}
