import { Button } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import type { PlainProblem } from '../../client/problem'
import classes from './ProblemNote.module.css'

interface ProblemNoteProps {
  readonly problem: PlainProblem
  /** Offered where trying again may help. */
  readonly onRetry?: () => void
}

/** What went wrong, in plain words, beside what it is about. Read out when it appears. */
export function ProblemNote({ problem, onRetry }: ProblemNoteProps) {
  return (
    <div className={classes.note} role="alert">
      <IconAlertTriangle size={20} stroke={2} aria-hidden="true" className={classes.icon} />
      <p>{problem.message}</p>
      {onRetry && problem.retryable && (
        <Button size="xs" variant="default" leftSection={<IconRefresh size={15} />} onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}
