import { Readable } from 'node:stream'
import { contentTypeOf } from '#core/format'
import { fileSize, readBytes } from '#store/files'
import { attachment } from './attachment'

/** Files come and go while the site runs. */
export const dynamic = 'force-dynamic'

interface Params {
  readonly params: Promise<{ readonly file: string }>
}

const pictureName = /^([0-9a-f]{64})\.(jpg|png|webp)$/

/** `If-None-Match` lists tags, some marked as weak, or says that any will do. */
const matches = (ifNoneMatch: string | null, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)

const notFound = (): Response =>
  new Response('There is no such picture.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  })

/** A picture we made. Its name is its content's hash, so it may be kept for ever. `?download=name` asks the browser to save it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { file } = await params
  const [, sha256, extension] = pictureName.exec(file) ?? []
  const size = sha256 && extension ? await fileSize('images', file) : null
  if (!sha256 || !extension || size === null) return notFound()

  const etag = `"${sha256}"`
  const download = new URL(request.url).searchParams.get('download')
  const headers = new Headers({
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    // Memes are for showing elsewhere: other sites may embed them and read their pixels.
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    ...(download !== null && { 'content-disposition': attachment(download, extension) }),
  })
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  headers.set('content-type', contentTypeOf[extension]!)
  headers.set('content-length', String(size))
  if (request.method === 'HEAD') return new Response(null, { headers })
  return new Response(Readable.toWeb(readBytes('images', file)) as ReadableStream, { headers })
}

/** As GET, without the bytes. */
export const HEAD = GET
