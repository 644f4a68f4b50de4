import { SegmentedControl, VisuallyHidden } from '@mantine/core'
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
import classes from './ChoiceField.module.css'

const icon = (node: ReactNode, name: string) => (
  <span className={classes.icon} title={name}>
    {node}
    <VisuallyHidden>{name}</VisuallyHidden>
  </span>
)

const choices = {
  letterCase: [
    { value: 'upper', label: 'ABC' },
    { value: 'as-typed', label: 'As typed' },
  ],
  align: [
    { value: 'left', label: icon(<IconAlignLeft size={18} />, 'Left') },
    { value: 'center', label: icon(<IconAlignCenter size={18} />, 'Centred') },
    { value: 'right', label: icon(<IconAlignRight size={18} />, 'Right') },
  ],
  verticalAlign: [
    { value: 'auto', label: 'Auto' },
    { value: 'top', label: icon(<IconLayoutAlignTop size={18} />, 'Top') },
    { value: 'middle', label: icon(<IconLayoutAlignMiddle size={18} />, 'Middle') },
    { value: 'bottom', label: icon(<IconLayoutAlignBottom size={18} />, 'Bottom') },
  ],
}

interface ChoiceFieldProps<K extends keyof typeof choices> {
  /** The part of the look that is chosen. */
  readonly of: K
  readonly label: string
  readonly style: CaptionStyle
  readonly onStyle: (change: Pick<CaptionStyle, K>) => void
  readonly className?: string | undefined
}

/** One part of how words look, of which there are few to choose from. */
export const ChoiceField = <K extends keyof typeof choices>({
  of,
  label,
  style,
  onStyle,
  className = '',
}: ChoiceFieldProps<K>) => (
  <fieldset className={`${classes.choice} ${className}`}>
    <legend>{label}</legend>
    <SegmentedControl
      fullWidth
      data={choices[of]}
      value={style[of]}
      onChange={(value) => onStyle({ [of]: value } as unknown as Pick<CaptionStyle, K>)}
    />
  </fieldset>
)
