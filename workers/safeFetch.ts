import { isIP } from 'node:net'
import { Agent, type Dispatcher, request } from 'undici'
import type { Config } from '#core/config'
import { AppError } from '#core/errors'
import { fileTooLarge } from '#store/files'
import { sniffPicture } from '#store/sniffPicture'
import { guardedLookup } from './guardedLookup'
import { isPublicAddress } from './publicAddress'
import { badStatus, urlProblem } from './urlProblem'

type FetchLimits = Pick<Config['limits'], 'fetch_timeout_seconds' | 'max_redirects' | 'max_upload_bytes'>

interface OpenOptions {
  readonly limits: FetchLimits
  readonly signal?: AbortSignal
  /** Which IP addresses may be dialled; the public ones unless MEMEZAP_ALLOW_PRIVATE_URLS=1 (for tests, and for intranets whose users are trusted) allows all. */
  readonly mayDial?: (address: string) => boolean
}

const dialledByDefault = () => (process.env.MEMEZAP_ALLOW_PRIVATE_URLS === '1' ? () => true : isPublicAddress)

const redirects = new Set([301, 302, 303, 307, 308])

const headers = {
  accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/tiff,image/*;q=0.8,*/*;q=0.5',
  // Pictures are compressed already, and what is counted should be what is sent.
  'accept-encoding': 'identity',
  'user-agent': 'MemeZap/0.1',
}

/** What only pages and documents are sent as; many servers send pictures as plain bytes, so those are looked at. */
const isDocument = (contentType: string): boolean =>
  /^(text\/|application\/(xhtml\+xml|json|xml|pdf|javascript))/i.test(contentType)

/** The next address to ask. @throws AppError URL_INVALID | URL_FORBIDDEN */
function allowedUrl(address: string, base: URL | undefined, mayDial: (address: string) => boolean): URL {
  if (!URL.canParse(address, base)) throw new AppError('URL_INVALID')
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new AppError('URL_INVALID')
  // Names are checked when they are dialled; numbers are dialled without a look-up. URL has put 127.1 and 0x7f.1 in their normal form.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !mayDial(host)) throw new AppError('URL_FORBIDDEN')
  return url
}

/** @throws AppError when the answer is no picture, as far as its head tells */
function checkHead({ statusCode, headers }: Dispatcher.ResponseData, maxBytes: number): void {
  if (statusCode < 200 || statusCode > 299) throw badStatus(statusCode)
  if (isDocument(String(headers['content-type'] ?? ''))) throw new AppError('URL_NOT_AN_IMAGE')
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw fileTooLarge(maxBytes)
}

/**
 * Opens a picture on the public internet: redirects are followed by hand, each checked like the first address; one deadline covers everything, reading
 * included.
 * @returns the bytes as they come; iterating throws too: FILE_TOO_LARGE when there are more than `max_upload_bytes`, NOT_AN_IMAGE, URL_TIMEOUT
 * @throws AppError URL_INVALID | URL_FORBIDDEN | URL_UNREACHABLE | URL_TIMEOUT | URL_BAD_STATUS | URL_NOT_AN_IMAGE | FILE_TOO_LARGE
 */
export async function openPictureUrl(address: string, options: OpenOptions): Promise<AsyncIterable<Uint8Array>> {
  const { limits, signal, mayDial = dialledByDefault() } = options
  const deadline = AbortSignal.timeout(limits.fetch_timeout_seconds * 1000)
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline
  const agent = new Agent({ connect: { lookup: guardedLookup(mayDial) }, pipelining: 0 })
  let url = allowedUrl(address, undefined, mayDial)

  const named = (error: unknown): unknown => {
    if (signal?.aborted) return signal.reason
    return deadline.aborted ? new AppError('URL_TIMEOUT') : urlProblem(error, url.hostname)
  }

  const follow = async (): Promise<Dispatcher.ResponseData> => {
    for (let hops = 0; hops <= limits.max_redirects; hops++) {
      const response = await request(url, { dispatcher: agent, headers, signal: either })
      const { location } = response.headers
      if (!redirects.has(response.statusCode) || typeof location !== 'string') return response
      response.body.on('error', () => {}).destroy()
      url = allowedUrl(location, url, mayDial)
    }
    throw new AppError('URL_BAD_STATUS', `The address redirects more than ${limits.max_redirects} times.`)
  }

  async function* read(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let bytes = 0
    try {
      for await (const chunk of body) {
        bytes += chunk.byteLength
        if (bytes > limits.max_upload_bytes) throw fileTooLarge(limits.max_upload_bytes)
        yield chunk
      }
    } catch (error) {
      throw named(error)
    } finally {
      await agent.destroy()
    }
  }

  try {
    const response = await follow()
    checkHead(response, limits.max_upload_bytes)
    return sniffPicture(read(response.body))
  } catch (error) {
    const problem = named(error)
    await agent.destroy()
    throw problem
  }
}
