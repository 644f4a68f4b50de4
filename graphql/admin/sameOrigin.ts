/** Methods that change nothing. Apollo and the stream refuse mutations that come by them. */
const safeMethods: readonly (string | undefined)[] = [undefined, 'GET', 'HEAD']

/**
 * Whether a request that carries somebody's cookie was made by a page of this site. Browsers say so by themselves, and pages cannot lie: by
 * `Sec-Fetch-Site` where the connection is safe, by `Origin` else. The host is compared without the scheme, which a proxy may have ended.
 * @param publicUrl `server.public_url`; may be empty
 */
export function isSameOrigin(
  { method, headers }: { readonly method?: string; readonly headers: Headers },
  publicUrl: string,
): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || (site === 'none' && safeMethods.includes(method))
  const origin = headers.get('origin')
  if (origin === null) return safeMethods.includes(method)
  const host = URL.canParse(origin) ? new URL(origin).host : undefined
  const own = [headers.get('host'), URL.canParse(publicUrl) ? new URL(publicUrl).host : null]
  return host !== undefined && own.includes(host)
}
