'use client'

import { useEffect, useState } from 'react'
import { request } from '../../client/request'
import { SimilarTemplates } from '../../client/templateDocuments'
import type { TemplateCardFieldsFragment } from '../../generated/graphql'
import { useSavedTemplates } from '../../hooks/useSavedTemplates'
import { TemplateShelf } from './TemplateShelf'
import classes from './TemplateStrip.module.css'

/** Templates like the one that is shown. Nothing where there are none, or nobody knows. */
export function SimilarStrip({ slug }: { readonly slug: string }) {
  const saved = useSavedTemplates()
  const [similar, setSimilar] = useState<readonly TemplateCardFieldsFragment[]>([])
  useEffect(() => {
    const life = new AbortController()
    request(SimilarTemplates, { slug }, life.signal).then(
      ({ similarTemplates }) => setSimilar(similarTemplates.map(({ template }) => template)),
      () => {},
    )
    return () => life.abort()
  }, [slug])
  return (
    <div className={classes.similar}>
      <TemplateShelf id="similar" title="Similar" templates={similar} saved={saved} />
    </div>
  )
}
