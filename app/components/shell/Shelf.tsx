import type { ReactNode } from 'react'
import classes from './Shelf.module.css'

interface ShelfProps {
  readonly id: string
  readonly title: string
  /** Beside the title. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A titled row of tiles. */
export function Shelf({ id, title, aside, children }: ShelfProps) {
  return (
    <section aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
