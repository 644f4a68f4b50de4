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
 * The same request with its body read, as the GraphQL handlers want it: JSON, and not larger than `maxBytes`. They read without limit and judge the
 * content type by its words alone: `text/plain; application/json`, which a foreign page may send unasked, would pass.
 * @returns the answer to send at once when it is not
 */
export async function limitedRequest(request: Request, maxBytes: number): Promise<Request | Response> {
  if (!isJson(request.headers.get('content-type') ?? ''))
    return refusal(415, 'Send the request as JSON, with the content type application/json.')
  const tooLarge = () => refusal(413, `The request is larger than ${maxBytes} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return tooLarge()
  const body = request.body ? await readText(request.body, maxBytes) : ''
  if (body === undefined) return tooLarge()
  try {
    JSON.parse(body)
  } catch {
    return refusal(400, 'The request body is not valid JSON.')
  }
  const headers = new Headers(request.headers)
  // As a whole: with a charset the handlers take it for another type.
  headers.set('content-type', 'application/json')
  return new Request(request.url, { method: request.method, headers, body, signal: request.signal })
}
