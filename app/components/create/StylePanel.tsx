'use client'

import { Collapse, Select, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown } from '@tabler/icons-react'
import type { CaptionStyle } from '#core/style'
import { type Draft, type DraftChange, shownStyle } from '../../create/draft'
import { ChoiceField } from './ChoiceField'
import { ColorField } from './ColorField'
import { FontPicker } from './FontPicker'
import { ModePicker } from './ModePicker'
import { OutlineField } from './OutlineField'
import { QualityField } from './QualityField'
import classes from './StylePanel.module.css'

interface StylePanelProps {
  readonly draft: Draft
  /** The look of the first place, where places have one of their own. */
  readonly own: CaptionStyle | null
  readonly onChange: (change: DraftChange) => void
}

const formats = [
  { value: 'jpeg', label: 'JPEG' },
  { value: 'png', label: 'PNG' },
  { value: 'webp', label: 'WebP' },
]

/** How the words look and where they go. Folded up until asked for: the defaults make a good meme. */
export function StylePanel({ draft, own, onChange }: StylePanelProps) {
  const [open, { toggle }] = useDisclosure(false)
  const style = shownStyle(draft, own ?? undefined)
  const set = (values: Partial<CaptionStyle>) => onChange({ kind: 'style', style: values })
  return (
    <section className={classes.panel}>
      {draft.found?.kind !== 'template' && <ModePicker draft={draft} onChange={onChange} />}
      {own && (
        <p className={classes.note}>Each place has a look of its own. What you choose here goes for all of them.</p>
      )}
      <FontPicker font={style.font} onFont={(font) => set({ font })} />
      <UnstyledButton className={classes.more} aria-expanded={open} aria-controls="more-style" onClick={toggle}>
        Colours, alignment, file
        <IconChevronDown size={18} data-open={open || undefined} aria-hidden="true" />
      </UnstyledButton>
      <Collapse expanded={open} id="more-style">
        <div className={classes.grid}>
          <ChoiceField of="letterCase" label="Letters" style={style} onStyle={set} />
          <ChoiceField of="align" label="Side" style={style} onStyle={set} />
          <ColorField label="Colour" value={style.color} onColor={(color) => set({ color })} />
          <ColorField
            label="Outline colour"
            value={style.outlineColor}
            onColor={(outlineColor) => set({ outlineColor })}
          />
          <OutlineField value={style.outlineWidth} onWidth={(outlineWidth) => set({ outlineWidth })} />
          <ChoiceField of="verticalAlign" label="Height in its place" style={style} onStyle={set} />
          <Select
            label="File"
            data={formats}
            value={draft.format}
            allowDeselect={false}
            onChange={(value) => onChange({ kind: 'set', values: { format: (value ?? 'jpeg') as Draft['format'] } })}
          />
          <QualityField
            disabled={draft.format === 'png'}
            quality={draft.quality}
            onQuality={(quality) => onChange({ kind: 'set', values: { quality } })}
          />
        </div>
      </Collapse>
    </section>
  )
}
