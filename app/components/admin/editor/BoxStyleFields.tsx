'use client'

import { Button } from '@mantine/core'
import type { CaptionStyle } from '#core/style'
import type { BoxEditing } from '../../../hooks/useBoxEditing'
import { ChoiceField } from '../../create/ChoiceField'
import { ColorField } from '../../create/ColorField'
import { FontPicker } from '../../create/FontPicker'
import { OutlineField } from '../../create/OutlineField'
import classes from './BoxList.module.css'

/** How words look in a box. */
export function BoxStyleFields({ editing, id }: { readonly editing: BoxEditing; readonly id: string }) {
  const { boxes, act } = editing
  const style = boxes.find((box) => box.id === id)?.style
  if (!style) return null
  const set = (values: Partial<CaptionStyle>) => act({ kind: 'style', id, style: values })
  return (
    <div className={classes.style}>
      <div className={classes.wide}>
        <FontPicker font={style.font} onFont={(font) => set({ font })} />
      </div>
      <ColorField label="Colour" value={style.color} onColor={(color) => set({ color })} />
      <ColorField label="Outline colour" value={style.outlineColor} onColor={(outlineColor) => set({ outlineColor })} />
      <OutlineField value={style.outlineWidth} onWidth={(outlineWidth) => set({ outlineWidth })} />
      <ChoiceField of="letterCase" label="Letters" style={style} onStyle={set} />
      <ChoiceField of="align" label="Side" style={style} onStyle={set} />
      <ChoiceField of="verticalAlign" label="Height in the box" style={style} onStyle={set} className={classes.tall} />
      {boxes.length > 1 && (
        <Button
          className={classes.wide}
          variant="default"
          size="xs"
          onClick={() => act({ kind: 'styleAll', like: id })}
        >
          This look for all boxes
        </Button>
      )}
    </div>
  )
}
