import { Button } from '@mantine/core'
import { IconZzz } from '@tabler/icons-react'
import Link from 'next/link'
import type { PerformanceAsked } from '../../../performance/asked'
import { stageTitle } from '../../../performance/stageNames'
import classes from './Performance.module.css'

interface EmptyNoteProps {
  readonly asked: PerformanceAsked
  /** Whether something else ran in the time. */
  readonly anything: boolean
  readonly ask: (change: Partial<PerformanceAsked>) => void
}

const next = { '15m': '1h', '1h': '6h', '6h': '24h', '24h': '7d', '7d': '30d' } as const

/** Why there is nothing to see, and what to do about it. */
export function EmptyNote({ asked, anything, ask }: EmptyNoteProps) {
  const { range, operation, worker, device, warmth } = asked
  const filtered = worker !== null || device !== null || warmth !== null
  const longer = typeof range === 'string' && range in next ? next[range as keyof typeof next] : null
  const other = longer ? 'a longer time' : 'another time'
  const what = operation === 'job' ? 'jobs' : `runs of “${stageTitle(operation)}”`
  return (
    <section className={classes.empty} aria-label="Nothing to show">
      <IconZzz size={34} stroke={1.6} aria-hidden="true" />
      <h2>No {what} in this time</h2>
      <p>
        {filtered || anything
          ? `Nothing that fits the filters ran. Take filters away, or choose ${other}.`
          : `Nobody asked for anything. Make a meme, or choose ${other}: figures come as soon as a job has ended.`}
      </p>
      <div className={classes.head}>
        {longer && (
          <Button variant="default" onClick={() => ask({ range: longer })}>
            Show a longer time
          </Button>
        )}
        {(filtered || operation !== 'job') && (
          <Button variant="default" onClick={() => ask({ operation: 'job', worker: null, device: null, warmth: null })}>
            No filters
          </Button>
        )}
        {!filtered && !anything && (
          <Button component={Link} href="/" variant="default">
            Make a meme
          </Button>
        )}
      </div>
    </section>
  )
}
