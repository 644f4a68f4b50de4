import { cache } from 'react'
import { MemeById } from '../client/documents'
import type { MemeByIdQuery } from '../generated/graphql'
import { publicQuery } from './publicQuery'

/** A meme for a page made on the server. Once per page, however many parts ask. */
export const loadMeme = cache(
  async (id: string): Promise<MemeByIdQuery['meme']> => (await publicQuery(MemeById, { id })).meme,
)
