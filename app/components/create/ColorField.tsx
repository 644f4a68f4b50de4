import { ColorInput } from '@mantine/core'

interface ColorFieldProps {
  readonly label: string
  /** #rrggbb or `auto`. */
  readonly value: string
  readonly onColor: (color: string) => void
}

const swatches = ['#ffffff', '#000000', '#ffd60a', '#ff4d4d', '#3ddc84', '#4da3ff', '#ff6ad5', '#ff9f1c']

/** A colour, or empty for the one that reads best where the words stand. */
export function ColorField({ label, value, onColor }: ColorFieldProps) {
  return (
    <ColorInput
      label={label}
      placeholder="Automatic"
      value={value === 'auto' ? '' : value}
      format="hex"
      swatches={swatches}
      swatchesPerRow={8}
      eyeDropperButtonProps={{ 'aria-label': `Pick ${label.toLowerCase()} from the screen` }}
      onChange={(color) => onColor(/^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : 'auto')}
    />
  )
}
