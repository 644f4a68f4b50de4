'use client'

import { NumberInput } from '@mantine/core'
import type { BoxPx } from '#core/box'
import { boxLimits } from '../../../curate/geometry/boxLimits'
import { keptOn } from '../../../curate/geometry/moveBox'
import { tidyAngle } from '../../../curate/geometry/turnBox'
import { type BoxEditing, boxPxOf } from '../../../hooks/useBoxEditing'
import classes from './BoxList.module.css'

/** Where a box is, in numbers: pixels of the picture, and degrees. */
export function BoxNumbers({ editing, id }: { readonly editing: BoxEditing; readonly id: string }) {
  const { picture, place } = editing
  const box = boxPxOf(editing, id)
  if (!box) return null
  const { smallest, largest } = boxLimits(picture)
  const field = (key: keyof BoxPx, label: string, least: number, most: number) => (
    <NumberInput
      label={label}
      size="xs"
      value={Math.round(box[key] * 10) / 10}
      min={Math.ceil(least)}
      max={Math.floor(most)}
      clampBehavior="blur"
      hideControls
      decimalScale={1}
      onChange={(value) => {
        if (typeof value !== 'number' || value < least || value > most) return
        const next = key === 'angle' ? { ...box, angle: tidyAngle(value) } : keptOn(picture, { ...box, [key]: value })
        place(id, next, `number ${key} ${id}`)
      }}
    />
  )
  return (
    <div className={classes.numbers}>
      {field('xPx', 'Left', -picture.width, picture.width)}
      {field('yPx', 'Top', -picture.height, picture.height)}
      {field('widthPx', 'Width', smallest.width, largest.width)}
      {field('heightPx', 'Height', smallest.height, largest.height)}
      {field('angle', 'Angle °', -180, 180)}
    </div>
  )
}
