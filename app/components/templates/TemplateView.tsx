'use client'

import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowLeft, IconBolt } from '@tabler/icons-react'
import Link from 'next/link'
import { useState } from 'react'
import type { TemplateFieldsFragment } from '../../generated/graphql'
import { useSavedTemplates } from '../../hooks/useSavedTemplates'
import { FavouriteButton } from './FavouriteButton'
import { TemplateCanvas } from './TemplateCanvas'
import { TemplateFacts } from './TemplateFacts'
import classes from './TemplateView.module.css'

type Shown = 'words' | 'places'

/** A template on its own page: how it looks with words, where they go, and where it comes from. */
export function TemplateView({ template }: { readonly template: TemplateFieldsFragment }) {
  const { slug, name, description, boxes, pictures, thumbnail } = template
  const [shown, setShown] = useState<Shown>('words')
  const [variant, setVariant] = useState(0)
  const { favourites, toggleFavourite } = useSavedTemplates()
  const picture = pictures[variant]?.image ?? thumbnail
  return (
    <div className={classes.view}>
      <section className={classes.picture} aria-label="Picture">
        <div className={classes.board}>
          <TemplateCanvas template={template} picture={picture} boxes={shown === 'places'} />
        </div>
        <div className={classes.tools}>
          <SegmentedControl
            data={[
              { value: 'words', label: 'With words' },
              { value: 'places', label: 'Its places' },
            ]}
            value={shown}
            onChange={(value) => setShown(value as Shown)}
          />
        </div>
        {pictures.length > 1 && (
          <fieldset className={classes.variants}>
            <legend>There are variants. Memes are made with the first one.</legend>
            {pictures.map(({ style, image }, index) => (
              <button key={style} type="button" aria-pressed={index === variant} onClick={() => setVariant(index)}>
                {/* biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front */}
                <img src={image.url} alt="" width={image.width} height={image.height} loading="lazy" />
                {style}
              </button>
            ))}
          </fieldset>
        )}
      </section>
      <section className={classes.panel} aria-label="This template">
        <Link href="/templates" className={classes.back}>
          <IconArrowLeft size={17} aria-hidden="true" /> All templates
        </Link>
        <div className={classes.head}>
          <h1>{name}</h1>
          <FavouriteButton
            variant="default"
            size={42}
            name={name}
            favourite={favourites.some((card) => card.slug === slug)}
            onToggle={() => toggleFavourite(template)}
          />
        </div>
        <p className={classes.description}>{description}</p>
        <Button
          component={Link}
          href={`/?template=${encodeURIComponent(slug)}`}
          size="lg"
          className={classes.use}
          leftSection={<IconBolt size={24} fill="currentColor" />}
        >
          Use it
        </Button>
        <h2>{boxes.length === 1 ? 'One place for words' : `${boxes.length} places for words`}</h2>
        <ol className={classes.examples}>
          {boxes.map(({ example }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a box's number is its name
            <li key={index}>
              <b>{index + 1}</b>
              <span dir="auto">{example || 'Anything you like'}</span>
            </li>
          ))}
        </ol>
        <TemplateFacts template={template} />
      </section>
    </div>
  )
}
