'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { request } from '../../client/request'
import { TemplatePage } from '../../client/templateDocuments'
import type { TemplateCardFieldsFragment } from '../../generated/graphql'
import { useSavedTemplates } from '../../hooks/useSavedTemplates'
import { TemplateShelf } from './TemplateShelf'
import classes from './TemplateStrip.module.css'

const shown = 10

/** A few templates to begin with at once: favourites and lately used ones first. Nothing where there are none. */
export function TemplateStrip({ onTemplate }: { readonly onTemplate: (slug: string) => void }) {
  const saved = useSavedTemplates()
  const [common, setCommon] = useState<readonly TemplateCardFieldsFragment[]>([])
  useEffect(() => {
    const life = new AbortController()
    request(TemplatePage, { first: shown }, life.signal).then(
      ({ templates }) => setCommon(templates.edges.map(({ node }) => node)),
      () => {},
    )
    return () => life.abort()
  }, [])
  // Until the list is there nothing is shown: own ones would jump aside when it comes.
  const all = common.length === 0 ? [] : [...saved.favourites.slice(0, 4), ...saved.recent.slice(0, 4), ...common]
  const each = [...new Map(all.map((template) => [template.slug, template])).values()].slice(0, shown)
  return (
    <div className={classes.strip}>
      <TemplateShelf id="begin" title="Or start from a template" templates={each} saved={saved} onUse={onTemplate}>
        <Link href="/templates">All templates</Link>
      </TemplateShelf>
    </div>
  )
}
