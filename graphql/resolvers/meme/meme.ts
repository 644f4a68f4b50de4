import { findMeme } from '#store/memes'
import type { QueryResolvers } from '../../generated/resolvers'

export const meme: NonNullable<QueryResolvers['meme']> = (_root, { id }) => findMeme(id)
