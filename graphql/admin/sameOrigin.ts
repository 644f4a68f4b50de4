/** Methods that change nothing. Apollo and the stream refuse mutations that come by them. */
const safeMethods: readonly (string | undefined)[] = [undefined, 'GET', 'HEAD']

const hostOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).host : null)

/**
 * Whether a request that carries somebody's cookie was made by a page of this site, or by opening one. Browsers say so by themselves, and pages
 * cannot lie: by `Sec-Fetch-Site` where the connection is safe, by `Origin` else. Hosts are compared without the scheme, which a proxy may have
 * ended; a foreign page cannot send `X-Forwarded-Host` without being asked first (CORS), and nobody answers that.
 * @param publicUrl `server.public_url`; may be empty
 */
export function isSameOrigin(
  { method, headers }: { readonly method?: string; readonly headers: Headers },
  publicUrl: string,
): boolean {
  const isSafe = safeMethods.includes(method)
  const site = headers.get('sec-fetch-site')
  if (site === 'same-origin') return true
  if (site !== null) return isSafe && (site === 'none' || headers.get('sec-fetch-mode') === 'navigate')
  const origin = headers.get('origin')
  if (origin === null) return isSafe
  const host = hostOf(origin)
  return host !== null && [headers.get('host'), headers.get('x-forwarded-host'), hostOf(publicUrl)].includes(host)
}
