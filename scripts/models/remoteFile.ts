import { EnvHttpProxyAgent, fetch, type Response } from 'undici'

/** How long the server may be silent. */
const SILENCE_MS = 30_000
const MAX_REDIRECTS = 5

/** Follows HTTPS_PROXY and its like. */
const agent = new EnvHttpProxyAgent({ headersTimeout: SILENCE_MS, bodyTimeout: SILENCE_MS, connectTimeout: SILENCE_MS })

/** What a server says about a file before it sends it. */
export interface RemoteFile {
  readonly url: string
  readonly bytes: number | undefined
  /** Of the content, for large files. */
  readonly sha256: string | undefined
  /** Git's name of the content, for small ones. */
  readonly gitBlob: string | undefined
  /** The commit that a branch's name stands for now. */
  readonly revision: string | undefined
}

/** @throws Error that names the address when it cannot be reached */
export async function request(
  url: string,
  options: { readonly method?: 'HEAD'; readonly redirect?: 'manual'; readonly headers?: Record<string, string> } = {},
): Promise<Response> {
  // As it is: a compressed answer has another length, and no parts.
  const headers = { 'accept-encoding': 'identity', ...options.headers }
  try {
    return await fetch(url, { dispatcher: agent, ...options, headers })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const ways = 'Behind a proxy set HTTPS_PROXY; without internet see docs/models.md.'
    throw new Error(`${url} cannot be reached. ${ways}`, { cause })
  }
}

const unquoted = (etag: string | null) => etag?.replace(/^W\//, '').replaceAll('"', '')

/** @throws Error with the address and the status when it is no success */
export function refuseFailure(url: string, { ok, status, statusText }: Response): void {
  if (ok) return
  const hint = status === 404 || status === 401 ? ' Is clip.model in config.yaml the name of a model there?' : ''
  throw new Error(`${url} answers ${status} ${statusText}.${hint}`)
}

/**
 * Asks for a file's size and checksum. The hub tells them where it redirects large files to its storage: `x-linked-etag`
 * is their SHA-256; small ones have git's SHA-1 as their etag.
 */
export async function remoteFile(url: string): Promise<RemoteFile> {
  let revision: string | undefined
  let next = url
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const response = await request(next, { method: 'HEAD', redirect: 'manual' })
    const { headers, status } = response
    revision ??= headers.get('x-repo-commit') ?? undefined
    const linked = headers.get('x-linked-etag')
    const location = headers.get('location')
    if (status >= 300 && status < 400 && location && !linked) {
      next = new URL(location, next).href
      continue
    }
    if (!linked) refuseFailure(next, response)
    const tag = unquoted(linked ?? headers.get('etag')) ?? ''
    const length = linked
      ? headers.get('x-linked-size')
      : (headers.get('x-linked-size') ?? headers.get('content-length'))
    return {
      url,
      bytes: length ? Number(length) : undefined,
      sha256: /^[0-9a-f]{64}$/.test(tag) ? tag : undefined,
      gitBlob: /^[0-9a-f]{40}$/.test(tag) ? tag : undefined,
      revision,
    }
  }
  throw new Error(`${url} redirects more than ${MAX_REDIRECTS} times`)
}
