'use client'

import { useLocalStorage } from '@mantine/hooks'
import { useCallback } from 'react'
import type { TemplateCardFieldsFragment } from '../generated/graphql'

type Card = TemplateCardFieldsFragment

const mostRecent = 12
const mostFavourites = 200

/** No more than a tile shows: storage is small. */
const cardOf = ({ slug, name, animated, description, thumbnail, boxes }: Card): Card => ({
  slug,
  name,
  animated,
  description,
  thumbnail,
  boxes: boxes.map(({ example }) => ({ example })),
})

const others = (cards: readonly Card[], slug: string): readonly Card[] => cards.filter((card) => card.slug !== slug)

/** The templates kept in this browser, and what can be done to the lists. */
export interface SavedTemplates {
  readonly favourites: readonly Card[]
  readonly recent: readonly Card[]
  readonly toggleFavourite: (card: Card) => void
  readonly rememberUse: (card: Card) => void
}

/** Templates liked and lately used in this browser, newest first; in step between tabs. Nobody else is told. */
export function useSavedTemplates(): SavedTemplates {
  const [favourites, setFavourites] = useLocalStorage<readonly Card[]>({
    key: 'memezap.favouriteTemplates.1',
    defaultValue: [],
  })
  const [recent, setRecent] = useLocalStorage<readonly Card[]>({ key: 'memezap.recentTemplates.1', defaultValue: [] })
  const toggleFavourite = useCallback(
    (card: Card) =>
      setFavourites((now) => {
        const rest = others(now, card.slug)
        return rest.length < now.length ? rest : [cardOf(card), ...rest].slice(0, mostFavourites)
      }),
    [setFavourites],
  )
  const rememberUse = useCallback(
    (card: Card) => setRecent((now) => [cardOf(card), ...others(now, card.slug)].slice(0, mostRecent)),
    [setRecent],
  )
  return { favourites, recent, toggleFavourite, rememberUse }
}
