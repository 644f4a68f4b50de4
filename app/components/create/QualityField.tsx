import { Select } from '@mantine/core'

interface QualityFieldProps {
  readonly disabled: boolean
  /** 1..100, or null for the server's own. */
  readonly quality: number | null
  readonly onQuality: (quality: number | null) => void
}

const qualities = [
  { value: 'auto', label: 'Standard' },
  { value: '60', label: 'Small file' },
  { value: '80', label: 'Good' },
  { value: '98', label: 'Best' },
]

/** How much the file may lose to be smaller; PNG loses nothing. */
export function QualityField({ disabled, quality, onQuality }: QualityFieldProps) {
  return (
    <Select
      label="Quality"
      data={qualities}
      disabled={disabled}
      value={quality === null ? 'auto' : String(quality)}
      allowDeselect={false}
      onChange={(value) => onQuality(value === null || value === 'auto' ? null : Number(value))}
    />
  )
}
