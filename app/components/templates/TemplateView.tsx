'use client'

import { Button, SegmentedControl } from '@mantine/core'
import { IconArrowLeft, IconBolt, IconStack2 } from '@tabler/icons-react'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { pictureOf } from '../../create/scene'
import { createAddress, manyAddress, templateAddress } from '../../create/templateAddress'
import type { TemplateFieldsFragment } from '../../generated/graphql'
import { useSavedTemplates } from '../../hooks/useSavedTemplates'
import { FavouriteButton } from './FavouriteButton'
import { SimilarStrip } from './SimilarStrip'
import { TemplateCanvas } from './TemplateCanvas'
import { TemplateFacts } from './TemplateFacts'
import classes from './TemplateView.module.css'
import { VariantPicker } from './VariantPicker'

type Shown = 'words' | 'places'

interface TemplateViewProps {
  readonly template: TemplateFieldsFragment
  /** Which of its pictures the address asks for. */
  readonly asked: string | null
  /** What else its visitor may do. */
  readonly children?: ReactNode
}

/** A template on its own page: how it looks with words, where they go, and where it comes from. */
export function TemplateView({ template, asked, children }: TemplateViewProps) {
  const { slug, name, description, boxes, pictures } = template
  const first = pictureOf(template, null).style
  const [shown, setShown] = useState<Shown>('words')
  const [chosen, setChosen] = useState(pictureOf(template, asked).style)
  const { favourites, toggleFavourite } = useSavedTemplates()
  const variant = chosen === first ? null : chosen
  const choose = (style: string) => {
    setChosen(style)
    window.history.replaceState(window.history.state, '', templateAddress(slug, style === first ? null : style))
  }
  return (
    <>
      <div className={classes.view}>
        <section className={classes.picture} aria-label="Picture">
          <div className={classes.board}>
            <TemplateCanvas template={template} style={chosen} boxes={shown === 'places'} />
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
          <VariantPicker pictures={pictures} chosen={chosen} onChoose={choose} />
          <Button
            component={Link}
            href={createAddress(slug, variant)}
            size="lg"
            className={classes.use}
            leftSection={<IconBolt size={24} fill="currentColor" />}
          >
            Use it
          </Button>
          <Link href={manyAddress(slug, variant)} className={classes.many}>
            <IconStack2 size={17} aria-hidden="true" /> Make many at once
          </Link>
          <h2>{boxes.length === 1 ? 'One place for words' : `${boxes.length} places for words`}</h2>
          <ol className={classes.examples}>
            {boxes.map(({ example }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a box's number is its name
              <li key={index}>
                <b className={classes.number}>{index + 1}</b>
                <span dir="auto">{example || 'Anything you like'}</span>
              </li>
            ))}
          </ol>
          <TemplateFacts template={template} />
          {children}
        </section>
      </div>
      <SimilarStrip slug={slug} />
    </>
  )
}
