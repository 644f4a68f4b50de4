import { type ReactNode, useId } from 'react'
import classes from './Panel.module.css'

interface PanelProps {
  readonly title: string
  /** What it shows, in a sentence. */
  readonly about?: ReactNode
  /** Buttons beside the title. */
  readonly actions?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** One part of the page, with its name. */
export function Panel({ title, about, actions, className = '', children }: PanelProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={`${classes.panel} ${className}`}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {actions}
        {about && <p className={classes.about}>{about}</p>}
      </div>
      {children}
    </section>
  )
}
