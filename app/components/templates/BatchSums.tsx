import { Button, Progress } from '@mantine/core'
import type { BatchView } from '../../hooks/useBatch'
import classes from './ManyView.module.css'

/** How far a batch is, in words. */
function standing({ total, done, failed, ended, etaSeconds, cancelledAt }: NonNullable<BatchView['sums']>): string {
  const without = failed > 0 ? `, ${failed} could not be made` : ''
  if (cancelledAt) return `Stopped: ${done} of ${total} made`
  if (ended) return failed === 0 ? `All ${total} are there` : `${done} of ${total} are there${without}`
  const left = etaSeconds == null ? '' : `, about ${Math.max(1, Math.round(etaSeconds))} s left`
  return `${done} of ${total} made${without}${left}`
}

interface BatchSumsProps {
  readonly sums: NonNullable<BatchView['sums']>
  readonly onCancel: () => void
}

/** A batch in one line: how many are there, how long it still takes, and the way to stop it. */
export function BatchSums({ sums, onCancel }: BatchSumsProps) {
  return (
    <div className={classes.sums}>
      <p role="status">{standing(sums)}</p>
      {!sums.ended && (
        <>
          <Progress value={Math.max(2, sums.fraction * 100)} size={12} radius="xl" aria-label="How much is done" />
          <Button variant="default" size="xs" onClick={onCancel}>
            Stop
          </Button>
        </>
      )}
    </div>
  )
}
