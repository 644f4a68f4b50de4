import ipaddr from 'ipaddr.js'

/** Global unicast is all that IANA hands out; the rest of IPv6 is loopback, local, mapped, translated or not assigned. */
const globalUnicast = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]
/** Parts of it that are no ordinary hosts: protocol assignments (Teredo among them), documentation. */
const exceptions = ['2001::/23', '3fff::/20'].map((block) => ipaddr.parseCIDR(block) as [ipaddr.IPv6, number])

/**
 * Whether an IP address is one of the public internet's ordinary hosts. Private, loopback, link-local, carrier-grade NAT, multicast, reserved and
 * unspecified ones are not, nor are IPv6 forms that carry an IPv4 address (mapped, compatible, 6to4, NAT64, Teredo): what they lead to
 * depends on the network.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  if (parsed instanceof ipaddr.IPv4) return true
  const v6 = parsed as ipaddr.IPv6
  return v6.match(globalUnicast) && !exceptions.some((block) => v6.match(block))
}
