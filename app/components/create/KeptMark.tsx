import type { CSSProperties } from 'react'
import { flatWords } from '../../create/places'
import type { Region } from '../../create/scene'
import { MarkLock } from './MarkLock'
import classes from './PlaceMarks.module.css'

interface KeptMarkProps {
  readonly region: Region
  readonly number: number | null
  readonly style: CSSProperties
  readonly onToggle: () => void
}

/** Old words that stay: a click lets them go. */
export function KeptMark({ region, number, style, onToggle }: KeptMarkProps) {
  const words = flatWords([region])
  return (
    <li className={classes.place} data-kept style={style}>
      <button type="button" className={classes.box} aria-label={`“${words}” stay. Replace them`} onClick={onToggle} />
      {number !== null && (
        <span className={classes.number} aria-hidden="true">
          {number}
        </span>
      )}
      <MarkLock words={words} kept onToggle={onToggle} />
    </li>
  )
}
