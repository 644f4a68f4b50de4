import { findMeme } from '#store/memes'
import type { QueryResolvers } from '../../generated/resolvers'

/** A meme by id; null when there is none. */
export const meme: NonNullable<QueryResolvers['meme']> = (_root, { id }) => findMeme(id)
