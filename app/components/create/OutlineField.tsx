import { Select } from '@mantine/core'
import type { CaptionStyle } from '#core/style'

interface OutlineFieldProps {
  readonly value: CaptionStyle['outlineWidth']
  readonly onWidth: (width: CaptionStyle['outlineWidth']) => void
}

const widths = [
  { value: 'auto', label: 'Automatic' },
  { value: '0', label: 'None' },
  { value: '0.04', label: 'Thin' },
  { value: '0.07', label: 'Classic' },
  { value: '0.12', label: 'Thick' },
]

/** The outline's width, in steps that look right. */
export function OutlineField({ value, onWidth }: OutlineFieldProps) {
  return (
    <Select
      label="Outline"
      data={widths}
      value={String(value)}
      allowDeselect={false}
      onChange={(width) => onWidth(width === null || width === 'auto' ? 'auto' : Number(width))}
    />
  )
}
