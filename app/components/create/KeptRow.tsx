import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import classes from './CaptionList.module.css'

interface KeptRowProps {
  readonly number: number
  readonly words: string
  readonly onReplace: () => void
}

/** A place whose words stay as they are. What was typed for it before is kept and comes back. */
export function KeptRow({ number, words, onReplace }: KeptRowProps) {
  const flat = words.replaceAll('\n', ' ')
  return (
    <div className={classes.kept}>
      <b className={classes.number}>{number}</b>
      <IconLock size={16} aria-hidden="true" />
      <span>
        <q>{flat}</q> stays
      </span>
      <Button variant="default" size="compact-sm" aria-label={`Replace the words “${flat}”`} onClick={onReplace}>
        Replace
      </Button>
    </div>
  )
}
