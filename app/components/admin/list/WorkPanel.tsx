import type { ReactNode } from 'react'
import classes from './WorkPanel.module.css'

interface WorkPanelProps {
  readonly title: string
  /** What it is about, in a sentence. */
  readonly about: string
  /** How many there are; left out where a number says nothing. */
  readonly count?: number
  readonly children: ReactNode
}

/** One thing to look after, folded up when there is nothing. */
export const WorkPanel = ({ title, about, count, children }: WorkPanelProps) => (
  <details className={classes.panel} open={count !== 0}>
    <summary>
      <h2>{title}</h2>
      {count !== undefined && <span className={classes.count}>{count}</span>}
    </summary>
    <p className={classes.about}>{about}</p>
    {children}
  </details>
)
