import type { ReactNode } from 'react'
import type { TemplateCardFieldsFragment } from '../../generated/graphql'
import type { SavedTemplates } from '../../hooks/useSavedTemplates'
import { Shelf } from '../shell/Shelf'
import classes from './TemplateShelf.module.css'
import { TemplateTile } from './TemplateTile'

interface TemplateShelfProps {
  readonly id: string
  readonly title: string
  readonly templates: readonly TemplateCardFieldsFragment[]
  readonly saved: SavedTemplates
  /** What a click does instead of opening a template's page. */
  readonly onUse?: (slug: string) => void
  /** Beside the title. */
  readonly children?: ReactNode
}

/** One row of templates, scrolled sideways; nothing at all without any. */
export function TemplateShelf({ id, title, templates, saved, onUse, children }: TemplateShelfProps) {
  if (templates.length === 0) return null
  return (
    <Shelf id={id} title={title} aside={children}>
      <ul className={classes.row}>
        {templates.map((template) => (
          <TemplateTile
            key={template.slug}
            template={template}
            favourite={saved.favourites.some(({ slug }) => slug === template.slug)}
            {...(onUse && { onUse })}
            onFavourite={saved.toggleFavourite}
          />
        ))}
      </ul>
    </Shelf>
  )
}
