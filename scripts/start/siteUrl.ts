import { isIP } from 'node:net'
import { SetupProblem } from '#scripts/setupProblem'

/** Where the site listens when it was told all addresses; a browser goes to this machine then. */
const everywhere = new Set(['0.0.0.0', '::'])

/**
 * The address to open in a browser on this machine.
 * @param host that the site listens on (HOST): a name or an IP address, undefined for all addresses
 * @throws SetupProblem
 */
export function siteUrl(host: string | undefined, port: number): string {
  const name = !host || everywhere.has(host) ? 'localhost' : host
  const url = `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`
  if (URL.canParse(url) && new URL(url).port === (port === 80 ? '' : String(port))) return url
  throw new SetupProblem(`HOST is "${host}": it has to be a name or an address of this machine, without a port.`)
}
