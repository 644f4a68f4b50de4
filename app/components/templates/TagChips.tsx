import { IconX } from '@tabler/icons-react'
import classes from './TagChips.module.css'

interface TagChipsProps {
  readonly tags: readonly string[]
  readonly chosen: string | null
  readonly onChoose: (tag: string | null) => void
}

/** Common keywords to narrow the gallery by, one at a time; the chosen one first, also when it is not common. */
export function TagChips({ tags, chosen, onChoose }: TagChipsProps) {
  const shown = chosen && !tags.includes(chosen) ? [chosen, ...tags] : tags
  if (shown.length === 0) return null
  return (
    <fieldset className={classes.chips}>
      <legend>Keywords</legend>
      {shown.map((tag) => (
        <button
          key={tag}
          type="button"
          aria-pressed={tag === chosen}
          onClick={() => onChoose(tag === chosen ? null : tag)}
        >
          {tag}
          {tag === chosen && <IconX size={14} stroke={2.4} aria-hidden="true" />}
        </button>
      ))}
    </fieldset>
  )
}
