import { graphql } from 'graphql'
import { headers } from 'next/headers'
import { cache } from 'react'
import { createContext } from '#graphql/context'
import { schema } from '#graphql/schema'
import { MemeById } from '../client/documents'
import type { MemeByIdQuery } from '../generated/graphql'

/** A meme for a page made on the server: the public query, asked in this process. Once per page, however many parts ask. */
export const loadMeme = cache(async (id: string): Promise<MemeByIdQuery['meme']> => {
  const { data, errors } = await graphql({
    schema: schema(),
    source: MemeById.toString(),
    variableValues: { id },
    contextValue: createContext({ headers: new Headers(await headers()), signal: new AbortController().signal }),
  })
  if (errors?.[0]) throw errors[0]
  // Answers are trees of null-prototype objects; only plain ones may go to client components.
  return JSON.parse(JSON.stringify(data?.meme ?? null)) as MemeByIdQuery['meme']
})
