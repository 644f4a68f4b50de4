import { LRUCache } from 'lru-cache'
import type { TemplateMatch } from './recognise/recognise'

/** What pictures were recognised as, so that a meme after an analysis, or with other words, does not align them again. */
export type MatchCache = LRUCache<string, readonly TemplateMatch[]>

/** A few hundred bytes each. */
const mostPictures = 2000

/** Keys name content, gallery and size: `matchTemplate` makes them. */
export const createMatchCache = (): MatchCache => new LRUCache({ max: mostPictures })
