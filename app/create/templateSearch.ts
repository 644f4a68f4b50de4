/** What is asked of the gallery; the page's address holds it. */
export interface TemplateSearch {
  readonly text: string
  readonly tag: string | null
}

/** How many templates come at once. */
export const templatesAtOnce = 40

/** Longer is not a search any more. */
const longest = 200

type Asked = (name: string) => string | null | undefined

/** The search that an address holds. @param asked gives the value of a query parameter */
export const templateSearch = (asked: Asked): TemplateSearch => ({
  text: (asked('q') ?? '').trim().slice(0, longest),
  tag: asked('tag')?.trim().slice(0, longest) || null,
})

/** The gallery's address for a search. */
export function searchAddress({ text, tag }: TemplateSearch): string {
  const asked = new URLSearchParams()
  if (text.trim()) asked.set('q', text.trim())
  if (tag) asked.set('tag', tag)
  const query = asked.toString()
  return query ? `/templates?${query}` : '/templates'
}

/** The API's words for it. */
export const searchVariables = ({ text, tag }: TemplateSearch, after: string | null) => ({
  search: text || null,
  tags: tag ? [tag] : null,
  first: templatesAtOnce,
  after,
})
