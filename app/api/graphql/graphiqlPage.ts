/** The page is one document with its scripts inside; it may talk to this site and to nobody else. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'unsafe-inline'",
  "img-src 'self' data: https:",
  "font-src 'self' data:",
  'worker-src blob:',
  "connect-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const firstQuery = `# POST /api/graphql answers queries and mutations, /api/graphql/stream subscriptions.
query Overview {
  status { worker waiting }
  limits { maxUploadBytes maxCaptions maxCaptionCharacters }
}
`

let html: string | undefined

/** GraphiQL with everything it needs in one answer. It weighs 9 MB, so it is loaded when somebody first asks for it. */
export async function graphiqlPage(): Promise<Response> {
  if (html === undefined) {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
    // Without `endpoint` it asks where it was loaded from; with it, subscriptions would go there as well.
    html = renderGraphiQL({
      title: 'MemeZap API',
      subscriptionsEndpoint: '/api/graphql/stream',
      subscriptionsProtocol: 'GRAPHQL_SSE',
      defaultQuery: firstQuery,
    } as Parameters<typeof renderGraphiQL>[0])
  }
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy },
  })
}
