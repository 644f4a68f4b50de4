import { createClient } from 'graphql-sse'
import { POST as postGraphql } from '../../app/api/graphql/route'
import { POST as postStream } from '../../app/api/graphql/stream/route'

/** The site's routes, called as Next calls them, without a server between. */
const site = 'http://site.test'

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape that the test's own query asks for.
type Data = any

export interface Answer {
  readonly data?: Data
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[]
}

/** Posts one operation to /api/graphql. */
export async function post(
  body: unknown,
  headers: Record<string, string> = { 'content-type': 'application/json' },
  signal?: AbortSignal,
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return postGraphql(new Request(`${site}/api/graphql`, { method: 'POST', headers, body: text, signal }))
}

export const ask = async (query: string, variables: object = {}): Promise<Answer> =>
  (await post({ query, variables })).json() as Promise<Answer>

/** What `MEMEZAP_ADMIN_TOKEN` must be for `askAsCurator`. */
export const apiAdminToken = 'the admin token of the API tests'

/** Asks as a curator of this name. */
export async function askAsCurator(query: string, variables: object = {}, name = 'Ada'): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${apiAdminToken}`,
    'x-memezap-actor': name,
  }
  return (await post({ query, variables }, headers)).json() as Promise<Answer>
}

/** Runs one operation over server-sent events; ending the iteration ends the connection. */
export function stream(
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): AsyncIterableIterator<Answer> {
  const client = createClient({
    url: `${site}/api/graphql/stream`,
    headers,
    retryAttempts: 0,
    fetchFn: (url: string, init: RequestInit) => postStream(new Request(url, init)),
  })
  return client.iterate({ query, variables }) as AsyncIterableIterator<Answer>
}
