import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react'
import type { Change } from '../../../../performance/change'
import classes from './ChangeSign.module.css'

const arrows = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconArrowRight } as const

/** How a figure stands against the time before: an arrow, and the words. */
export function ChangeSign({ change }: { readonly change: Change | null }) {
  if (!change) return <span className={classes.change}>nothing before</span>
  const Arrow = arrows[change.direction]
  return (
    <span className={classes.change} data-tone={change.tone}>
      <Arrow size={16} stroke={2.2} aria-hidden="true" />
      {change.words}
    </span>
  )
}
