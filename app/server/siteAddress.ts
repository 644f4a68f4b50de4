import { headers } from 'next/headers'
import { config } from '#store/config'

/** Where this site is on the web, for links that leave it: as configured, else as the visitor asked for it. */
export async function siteAddress(): Promise<URL> {
  const { public_url } = config().server
  if (public_url) return new URL(public_url)
  const asked = await headers()
  const host = asked.get('x-forwarded-host') ?? asked.get('host') ?? 'localhost'
  const scheme = asked.get('x-forwarded-proto')?.split(',')[0] ?? 'http'
  return URL.canParse(`${scheme}://${host}`) ? new URL(`${scheme}://${host}`) : new URL('http://localhost')
}
