'use client'

import { Button } from '@mantine/core'
import { useIntersection } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { TemplateSearch } from '../../create/templateSearch'
import type { TemplateTagsQuery } from '../../generated/graphql'
import { useSavedTemplates } from '../../hooks/useSavedTemplates'
import { useSearchInAddress } from '../../hooks/useSearchInAddress'
import { type TemplateHits, useTemplateSearch } from '../../hooks/useTemplateSearch'
import { useTileKeys } from '../../hooks/useTileKeys'
import { ProblemNote } from '../create/ProblemNote'
import { NothingFound } from './NothingFound'
import { SearchField } from './SearchField'
import { TagChips } from './TagChips'
import classes from './TemplateGallery.module.css'
import { TemplateShelf } from './TemplateShelf'
import { TemplateTile } from './TemplateTile'

interface TemplateGalleryProps {
  /** What the server found for `firstSearch`. */
  readonly first: TemplateHits
  readonly firstSearch: TemplateSearch
  readonly tags: TemplateTagsQuery['templateTags']
}

/** All templates, narrowed while one types. */
export function TemplateGallery({ first, firstSearch, tags }: TemplateGalleryProps) {
  const { typed, search, type, look } = useSearchInAddress()
  const { hits, answered, loading, problem, more } = useTemplateSearch(search, first, firstSearch)
  const saved = useSavedTemplates()
  const grid = useRef<HTMLUListElement>(null)
  const { keys, enter } = useTileKeys(grid)
  const searching = answered.text !== '' || answered.tag !== null
  const count = hits.edges.length
  const open = hits.pageInfo.hasNextPage

  const { ref: end, entry } = useIntersection({ rootMargin: '600px' })
  const atEnd = entry?.isIntersecting ?? false
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per arrival at the end, and again when that brought too few
  useEffect(() => {
    if (atEnd && !problem) more()
  }, [atEnd, count])

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>Templates</h1>
        <p>Pictures that wait for your words. Pick one, type, done.</p>
      </div>
      <SearchField typed={typed} loading={loading} onType={type} onDown={enter} />
      <TagChips tags={tags.map(({ tag }) => tag)} chosen={search.tag} onChoose={(tag) => look({ text: typed, tag })} />
      <p className={classes.count} role="status">
        {searching && count > 0 && `${count}${open ? '+' : ''} ${count === 1 ? 'template' : 'templates'}`}
      </p>
      {!searching && (
        <>
          <TemplateShelf id="favourites" title="Your favourites" templates={saved.favourites} saved={saved} />
          <TemplateShelf id="recent" title="Lately used" templates={saved.recent} saved={saved} />
        </>
      )}
      {problem && <ProblemNote problem={problem} />}
      {count === 0 ? (
        <NothingFound search={answered} tags={tags} onLook={look} />
      ) : (
        <section aria-label={searching ? 'Found' : 'All templates'}>
          {!searching && saved.favourites.length + saved.recent.length > 0 && <h2 className={classes.all}>All</h2>}
          <ul className={classes.grid} ref={grid} onKeyDown={keys} data-loading={loading || undefined}>
            {hits.edges.map(({ node, reasons }) => (
              <TemplateTile
                key={node.slug}
                template={node}
                reasons={reasons}
                favourite={saved.favourites.some(({ slug }) => slug === node.slug)}
                onFavourite={saved.toggleFavourite}
              />
            ))}
          </ul>
          {open && (
            <div ref={end} className={classes.end}>
              <Button variant="default" loading={loading} onClick={more}>
                More templates
              </Button>
            </div>
          )}
        </section>
      )}
    </div>
  )
}
