import { graphql } from 'graphql'
import { headers } from 'next/headers'
import { createContext } from '#graphql/context'
import { schema } from '#graphql/schema'
import type { TypedDocumentString } from '../generated/graphql'

/**
 * The public API, asked in this process by a page made on the server.
 * @throws what a resolver threw
 */
export async function publicQuery<TResult, TVariables extends Record<string, unknown>>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
): Promise<TResult> {
  const { data, errors } = await graphql({
    schema: schema(),
    source: document.toString(),
    variableValues: variables,
    contextValue: createContext({ headers: new Headers(await headers()), signal: new AbortController().signal }),
  })
  if (errors?.[0]) throw errors[0]
  // Answers are trees of null-prototype objects; only plain ones may go to client components.
  return JSON.parse(JSON.stringify(data)) as TResult
}
