import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

const COMMIT = 'c0ffee'.repeat(7).slice(0, 40)

/** Files of at least so many bytes are large: told by SHA-256, and served from another address. */
const LARGE = 1000

/** A hub that serves what a test puts in, as badly as the test wants. */
export interface Hub {
  readonly url: string
  /** Changing an entry changes what is served; the checksums follow unless `lie` is set. */
  readonly files: Map<string, Buffer>
  /** Method, address and range of all requests. */
  readonly requests: string[]
  /** The next answers with content break off after so many bytes: at once when 0, else when `heard` says that they are on disk. */
  readonly cuts: number[]
  /** To be told how many bytes of a file are on disk. */
  heard(bytes: number): void
  /** Checksums of these contents are told instead of the true ones. */
  readonly lie: Map<string, Buffer>
}

/** A server on this machine that answers as the hub does: large files by redirect, with their checksum at the first stop. */
export async function startHub(files: Readonly<Record<string, Buffer>>): Promise<Hub> {
  let held: { readonly response: ServerResponse; readonly atBytes: number } | undefined
  const hub = { files: new Map(Object.entries(files)), requests: [] as string[], cuts: [] as number[], lie: new Map() }

  function describe(name: string, content: Buffer, response: ServerResponse): void {
    const told: Buffer = hub.lie.get(name) ?? content
    response.setHeader('x-repo-commit', COMMIT)
    if (content.length >= LARGE) {
      const sha256 = createHash('sha256').update(told).digest('hex')
      response.writeHead(302, {
        location: `/storage/${name}`,
        'x-linked-etag': `"${sha256}"`,
        'x-linked-size': told.length,
      })
      return
    }
    const blob = createHash('sha1').update(`blob ${told.length}\0`).update(told).digest('hex')
    response.writeHead(200, { etag: `"${blob}"`, 'content-length': content.length })
  }

  function send(content: Buffer, request: IncomingMessage, response: ServerResponse): void {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const part = content.subarray(from)
    const range = from > 0 ? { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` } : {}
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': part.length, ...range })
    const cut = hub.cuts.shift()
    if (cut === undefined) response.end(part)
    else if (cut === 0) response.destroy()
    else {
      held = { response, atBytes: from + cut }
      response.write(part.subarray(0, cut))
    }
  }

  const server = createServer((request, response) => {
    const { method, url = '', headers } = request
    hub.requests.push([method, url, headers.range].filter(Boolean).join(' '))
    const name = /^(?:\/owner\/model\/resolve\/(?:main|[0-9a-f]{40})|\/storage)\/(.+)$/.exec(url)?.[1] ?? ''
    const content = hub.files.get(name)
    if (!content) response.writeHead(404).end()
    else if (url.startsWith('/storage/')) send(content, request, response)
    else if (method === 'HEAD' || content.length >= LARGE) {
      describe(name, content, response)
      response.end()
    } else send(content, request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const heard = (bytes: number) => {
    if (held && bytes >= held.atBytes) held.response.destroy()
  }
  return { ...hub, heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
