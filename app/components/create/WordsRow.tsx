import { Button } from '@mantine/core'
import { IconEraser, IconLock, IconTemplate } from '@tabler/icons-react'
import classes from './CaptionList.module.css'

interface WordsRowProps {
  /** Of their place; null when they stand in none. */
  readonly number: number | null
  readonly words: string
  /** `own`: they belong to the template, and stay. */
  readonly fate: 'stays' | 'goes' | 'own'
  /** Left out where there is nothing to choose. */
  readonly onChange?: () => void
}

const icons = { stays: IconLock, goes: IconEraser, own: IconTemplate } as const
const fates = { stays: 'stays', goes: 'goes', own: 'belongs to the template' } as const

/** Old words that take no new ones, and what becomes of them. What was typed for their place before is kept and comes back. */
export function WordsRow({ number, words, fate, onChange }: WordsRowProps) {
  const Icon = icons[fate]
  const verb = fate === 'stays' ? 'Replace' : 'Keep'
  return (
    <div className={classes.kept} data-fate={fate}>
      {number !== null && <b className={classes.number}>{number}</b>}
      <Icon size={16} aria-hidden="true" />
      <span>
        <q>{words}</q> <span>{fates[fate]}</span>
      </span>
      {onChange && (
        <Button variant="default" size="compact-sm" aria-label={`${verb} the words “${words}”`} onClick={onChange}>
          {verb}
        </Button>
      )}
    </div>
  )
}
