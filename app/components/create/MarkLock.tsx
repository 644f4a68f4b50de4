import { IconLock, IconLockOpen2 } from '@tabler/icons-react'
import classes from './PlaceMarks.module.css'

interface MarkLockProps {
  readonly words: string
  readonly kept: boolean
  readonly onToggle: () => void
}

/** At the corner of old words: keeps them, or lets them go. */
export function MarkLock({ words, kept, onToggle }: MarkLockProps) {
  return (
    <button
      type="button"
      className={classes.lock}
      aria-pressed={kept}
      aria-label={`Keep the words “${words}”`}
      title={kept ? 'These words stay. Click to replace them' : 'Keep these words'}
      onClick={onToggle}
    >
      {kept ? <IconLock size={15} stroke={2.4} /> : <IconLockOpen2 size={15} stroke={2.4} />}
    </button>
  )
}
