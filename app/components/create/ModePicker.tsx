import { IconArrowsExchange, IconBoxAlignTop, IconPhotoEdit, IconWand } from '@tabler/icons-react'
import type { Mode } from '#core/mode'
import classes from './StylePanel.module.css'

interface ModePickerProps {
  readonly mode: Mode
  readonly hasWords: boolean | null
  readonly onMode: (mode: Mode) => void
}

const modes = [
  { value: 'AUTO', label: 'Automatic', Icon: IconWand },
  { value: 'REPLACE_TEXT', label: 'Replace', Icon: IconArrowsExchange },
  { value: 'OVERLAY', label: 'On top', Icon: IconPhotoEdit },
  { value: 'CAPTION_BAR', label: 'In a bar', Icon: IconBoxAlignTop },
] as const

const what: Readonly<Record<Mode, string>> = {
  AUTO: 'In place of the old words; without any, around the subject or in a bar.',
  REPLACE_TEXT: 'Only in place of the old words.',
  OVERLAY: 'Over the picture, around its subject. Old words stay.',
  CAPTION_BAR: 'In a white bar beside the picture. Old words stay.',
}

/** Where the words go. */
export function ModePicker({ mode, hasWords, onMode }: ModePickerProps) {
  return (
    <fieldset className={classes.choice}>
      <legend>Where your words go</legend>
      <div className={classes.modes}>
        {modes.map(({ value, label, Icon }) => (
          <label key={value} className={classes.card}>
            <input
              type="radio"
              name="mode"
              value={value}
              checked={mode === value}
              disabled={value === 'REPLACE_TEXT' && hasWords === false && mode !== value}
              aria-describedby={mode === value ? 'mode-what' : undefined}
              onChange={() => onMode(value)}
            />
            <Icon size={22} stroke={1.7} aria-hidden="true" />
            {label}
          </label>
        ))}
      </div>
      <p id="mode-what" style={{ margin: '0.4rem 0 0', color: 'var(--text-soft)', fontSize: '0.88rem' }}>
        {what[mode]}
      </p>
    </fieldset>
  )
}
