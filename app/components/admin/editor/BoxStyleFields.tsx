'use client'

import { Button, SegmentedControl } from '@mantine/core'
import {
  IconAlignCenter,
  IconAlignLeft,
  IconAlignRight,
  IconLayoutAlignBottom,
  IconLayoutAlignMiddle,
  IconLayoutAlignTop,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CaptionStyle } from '#core/style'
import type { BoxEditing } from '../../../hooks/useBoxEditing'
import { ColorField } from '../../create/ColorField'
import { FontPicker } from '../../create/FontPicker'
import { OutlineField } from '../../create/OutlineField'
import classes from './BoxList.module.css'

const icon = (node: ReactNode, name: string) => (
  <span className={classes.icon} title={name}>
    {node}
    <span className={classes.hidden}>{name}</span>
  </span>
)
const aligns = [
  { value: 'left', label: icon(<IconAlignLeft size={18} />, 'Left') },
  { value: 'center', label: icon(<IconAlignCenter size={18} />, 'Centred') },
  { value: 'right', label: icon(<IconAlignRight size={18} />, 'Right') },
]
const verticals = [
  { value: 'auto', label: 'Auto' },
  { value: 'top', label: icon(<IconLayoutAlignTop size={18} />, 'Top') },
  { value: 'middle', label: icon(<IconLayoutAlignMiddle size={18} />, 'Middle') },
  { value: 'bottom', label: icon(<IconLayoutAlignBottom size={18} />, 'Bottom') },
]
const cases = [
  { value: 'upper', label: 'ABC' },
  { value: 'as-typed', label: 'As typed' },
]

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
      <Choice label="Letters" data={cases} value={style.letterCase} onValue={(letterCase) => set({ letterCase })} />
      <Choice label="Side" data={aligns} value={style.align} onValue={(align) => set({ align })} />
      <Choice
        className={classes.tall}
        label="Height in the box"
        data={verticals}
        value={style.verticalAlign}
        onValue={(verticalAlign) => set({ verticalAlign })}
      />
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

interface ChoiceProps<T extends string> {
  readonly className?: string | undefined
  readonly label: string
  readonly data: readonly { readonly value: string; readonly label: ReactNode }[]
  readonly value: T
  readonly onValue: (value: T) => void
}

function Choice<T extends string>({ className, label, data, value, onValue }: ChoiceProps<T>) {
  return (
    <fieldset className={className}>
      <legend>{label}</legend>
      <SegmentedControl fullWidth data={[...data]} value={value} onChange={(next) => onValue(next as T)} />
    </fieldset>
  )
}
