import { IconMovie } from '@tabler/icons-react'
import Link from 'next/link'
import type { CSSProperties } from 'react'
import { reasonText } from '../../create/reasonText'
import type { TemplateCardFieldsFragment } from '../../generated/graphql'
import { FavouriteButton } from './FavouriteButton'
import classes from './TemplateTile.module.css'

interface TemplateTileProps {
  readonly template: TemplateCardFieldsFragment
  /** Why a search found it. */
  readonly reasons?: readonly string[]
  readonly favourite: boolean
  /** What a click does instead of opening the template's page. */
  readonly onUse?: (slug: string) => void
  readonly onFavourite: (template: TemplateCardFieldsFragment) => void
}

/** A template's picture with its name; leads to its page. */
export function TemplateTile({ template, reasons = [], favourite, onUse, onFavourite }: TemplateTileProps) {
  const { slug, name, thumbnail, description, boxes, animated } = template
  // Very flat or tall ones would spoil the row: they are cropped.
  const ratio = Math.min(1.9, Math.max(0.7, thumbnail.width / thumbnail.height))
  return (
    <li className={classes.tile} style={{ '--ratio': ratio } as CSSProperties}>
      <Link
        href={onUse ? `/?template=${slug}` : `/templates/${slug}`}
        className={classes.link}
        onClick={(event) => {
          if (!onUse || event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          onUse(slug)
        }}
      >
        <span className={classes.picture}>
          {/* biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front */}
          <img
            src={thumbnail.url}
            alt={description}
            width={thumbnail.width}
            height={thumbnail.height}
            loading="lazy"
            decoding="async"
          />
          {animated && (
            <span className={classes.moves}>
              <IconMovie size={14} aria-hidden="true" /> Moves
            </span>
          )}
        </span>
        <span className={classes.name}>{name}</span>
        <span className={classes.facts}>
          {boxes.length === 1 ? '1 place' : `${boxes.length} places`}
          {reasons.length > 0 && ` · ${reasonText(reasons)}`}
        </span>
      </Link>
      <FavouriteButton
        className={classes.heart}
        variant="filled"
        color="dark.8"
        size={34}
        name={name}
        favourite={favourite}
        onToggle={() => onFavourite(template)}
      />
    </li>
  )
}
