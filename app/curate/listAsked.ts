import type { CuratedTemplatesQueryVariables } from '../generated/graphql'

const states = ['ALL', 'DRAFT', 'PUBLISHED', 'RETIRED'] as const
const orders = ['RECENTLY_CHANGED', 'NEWEST', 'MOST_USED', 'NEVER_USED', 'NAME'] as const

/** Which states the list shows. */
export type ListStates = (typeof states)[number]
/** In which order. “Never used” leaves out the others. */
export type ListOrder = (typeof orders)[number]

/** What a curator wants to see of the list. */
export interface ListAsked {
  readonly search: string
  readonly states: ListStates
  readonly order: ListOrder
}

const pageSize = 40

/** What an address asks for; what makes no sense in it counts as left out. @param value gives a part of it by name */
export const listAsked = (value: (name: string) => string | undefined): ListAsked => ({
  search: (value('q') ?? '').slice(0, 200),
  states: states.find((state) => state === value('state')) ?? 'ALL',
  order: orders.find((order) => order === value('order')) ?? 'RECENTLY_CHANGED',
})

/** The address of a list. What goes without saying is not in it. */
export function listAddress({ search, states: state, order }: ListAsked): string {
  const parts = new URLSearchParams()
  if (search.trim() !== '') parts.set('q', search)
  if (state !== 'ALL') parts.set('state', state)
  if (order !== 'RECENTLY_CHANGED') parts.set('order', order)
  return `/admin/templates${parts.size > 0 ? `?${parts}` : ''}`
}

/** What the API is asked for. @param after the end of the page before */
export const listVariables = (
  { search, states: state, order }: ListAsked,
  after: string | null,
): CuratedTemplatesQueryVariables => ({
  search: search.trim() === '' ? null : search,
  states: state === 'ALL' ? null : [state],
  neverUsed: order === 'NEVER_USED' ? true : null,
  sort: order === 'NEVER_USED' ? 'NEWEST' : order,
  first: pageSize,
  after,
})
