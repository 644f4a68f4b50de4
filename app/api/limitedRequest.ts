/** A GraphQL endpoint's refusal of what is no GraphQL request. */
const refusal = (status: number, message: string): Response =>
  Response.json({ errors: [{ message, extensions: { code: 'INPUT_INVALID' } }] }, { status })

const isJson = (contentType: string): boolean => /^application\/json\s*(;|$)/i.test(contentType)

async function readText(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body.values({ preventCancel: true })) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * The same request with its body read, as the GraphQL handlers want it: not larger than `maxBytes`, and JSON when it says so. They read without limit, and
 * take a charset in the content type for another type.
 * @returns the answer to send at once when it is not
 */
export async function limitedRequest(request: Request, maxBytes: number): Promise<Request | Response> {
  const tooLarge = () => refusal(413, `The request is larger than ${maxBytes} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge()
  const body = request.body ? await readText(request.body, maxBytes) : ''
  if (body === undefined) return tooLarge()
  const headers = new Headers(request.headers)
  if (isJson(headers.get('content-type') ?? '')) {
    headers.set('content-type', 'application/json')
    try {
      JSON.parse(body)
    } catch {
      return refusal(400, 'The request body is not valid JSON.')
    }
  }
  return new Request(request.url, { method: request.method, headers, body, signal: request.signal })
}
