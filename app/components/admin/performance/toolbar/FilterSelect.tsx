import classes from './Toolbar.module.css'

interface FilterSelectProps {
  readonly label: string
  /** Null: all. */
  readonly value: string | null
  /** What null is called. */
  readonly all: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChoose: (value: string | null) => void
}

/** One filter: the browser's own list, which fingers, keys and readers know. A value that is offered no more stays chosen. */
export function FilterSelect({ label, value, all, choices, onChoose }: FilterSelectProps) {
  const known = value === null || choices.some((choice) => choice.value === value)
  return (
    <label className={classes.filter}>
      {label}
      <select value={value ?? ''} onChange={(event) => onChoose(event.currentTarget.value || null)}>
        <option value="">{all}</option>
        {!known && <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}
