import { fontFor } from '#core/lettering/fonts'
import type { FontName } from '#core/style'
import classes from './StylePanel.module.css'

interface FontPickerProps {
  readonly font: FontName
  readonly onFont: (font: FontName) => void
}

const fonts = [
  { value: 'anton', label: 'Classic' },
  { value: 'noto-sans', label: 'Plain' },
  { value: 'comic', label: 'Friendly' },
] as const

/** Typefaces, each shown in itself. */
export function FontPicker({ font, onFont }: FontPickerProps) {
  return (
    <fieldset className={classes.choice}>
      <legend>Typeface</legend>
      <div className={classes.cards}>
        {fonts.map(({ value, label }) => {
          const { stack, weight } = fontFor(value, 'Aa')
          return (
            <label key={value} className={classes.card}>
              <input type="radio" name="font" value={value} checked={font === value} onChange={() => onFont(value)} />
              <span className={classes.sample} style={{ fontFamily: stack, fontWeight: weight }} aria-hidden="true">
                Aa
              </span>
              {label}
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
