'use client'

import { Button, Progress, VisuallyHidden } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import type { GenerateControl } from '../../hooks/useGenerate'
import classes from './GenerateBar.module.css'
import { ModKey } from './ModKey'
import { ProblemNote } from './ProblemNote'

interface GenerateBarProps {
  readonly generate: GenerateControl
  /** Why it cannot be done yet; shown when the button is pressed all the same. */
  readonly blocked: string | null
  readonly onGenerate: () => void
}

function progressText({ job, cancelling }: GenerateControl): string {
  if (cancelling) return 'Stopping'
  if (!job) return 'Asking for it'
  if (job.state === 'QUEUED') {
    const before = job.queuePosition ?? 0
    return before > 0 ? `Waiting in line, ${before} before it` : 'Waiting for a free hand'
  }
  return job.stageText ?? 'Getting going'
}

/** The one big button; while the meme is made, how far it is and a way out. */
export function GenerateBar({ generate, blocked, onGenerate }: GenerateBarProps) {
  const { busy, job, connection, problem, cancel, cancelling } = generate
  const percent = Math.round((job?.fraction ?? 0) * 100)
  const text = progressText(generate)
  return (
    <div className={classes.bar}>
      {!busy && problem && problem.code !== 'CANCELLED' && <ProblemNote problem={problem} onRetry={onGenerate} />}
      {busy ? (
        <div className={classes.progress}>
          <div className={classes.line}>
            <b>{text}</b>
            <span>{connection === 'polling' ? 'Reconnecting…' : `${percent} %`}</span>
          </div>
          <div className={classes.line}>
            <Progress
              value={Math.max(3, percent)}
              size={12}
              radius="xl"
              flex={1}
              transitionDuration={200}
              aria-label={text}
              className={classes.track}
            />
            <Button variant="default" size="compact-md" loading={cancelling} onClick={() => void cancel()}>
              Cancel
            </Button>
          </div>
        </div>
      ) : (
        <Button
          size="lg"
          fullWidth
          className={classes.go}
          leftSection={<IconBolt size={24} fill="currentColor" />}
          aria-describedby={blocked ? 'blocked' : undefined}
          onClick={onGenerate}
        >
          Zap it
        </Button>
      )}
      <p id="blocked" className={classes.hint}>
        {!busy &&
          (blocked ?? (problem?.code === 'CANCELLED' ? 'Stopped. Everything you typed is still here.' : <Shortcut />))}
      </p>
      <VisuallyHidden role="status">{busy ? `${text}. ${Math.floor(percent / 25) * 25} percent.` : ''}</VisuallyHidden>
    </div>
  )
}

const Shortcut = () => (
  <>
    or <ModKey /> <kbd>Enter</kbd>
  </>
)
