import { Progress } from '@mantine/core'
import Link from 'next/link'
import type { JobWaterfallQuery } from '../../../generated/graphql'
import { sayDuration } from '../../../performance/sayDuration'
import { jobTitle } from '../../../performance/stageNames'
import { Moment } from '../parts/Moment'
import page from '../performance/Performance.module.css'
import classes from './Waterfall.module.css'

interface JobHeadProps {
  readonly id: string
  readonly answer: JobWaterfallQuery
}

const states = {
  QUEUED: 'Waits',
  RUNNING: 'Runs',
  DONE: 'Done',
  FAILED: 'Failed',
  CANCELLED: 'Cancelled',
} as const

/** What a job was for and what became of it. */
export function JobHead({ id, answer: { job, jobPerformance } }: JobHeadProps) {
  const attempts = jobPerformance?.attempts ?? []
  const last = attempts.at(-1)
  const words = job?.meme?.captions.filter((caption) => caption.trim() !== '').join(' / ')
  return (
    <>
      <div className={page.head}>
        <h1>{jobTitle(job?.kind)}</h1>
        {job && (
          <span className={classes.state} data-state={job.state} role="status">
            {states[job.state]}
          </span>
        )}
      </div>
      <p className={classes.id}>{id}</p>
      <p className={classes.links}>
        <Link href="/admin/performance" className={page.link}>
          All of performance
        </Link>
        {job?.meme && (
          <Link href={`/memes/${job.meme.id}`} className={page.link}>
            Its meme{words && <>: {words.slice(0, 60)}</>}
          </Link>
        )}
      </p>
      {job?.problem && (
        <p className={classes.failed}>
          <code>{job.problem.code}</code> {job.problem.message}
        </p>
      )}
      {(job?.state === 'RUNNING' || job?.state === 'QUEUED') && (
        <div>
          <p className={page.note}>
            {job.state === 'QUEUED'
              ? `It waits for a worker${job.queuePosition ? `; ${job.queuePosition} go before it` : ''}.`
              : `${job.stageText ?? 'A worker is at it'}.`}{' '}
            Where its time went shows once it has ended.
          </p>
          <Progress value={job.fraction * 100} aria-label="How much is done" mt="xs" />
        </div>
      )}
      <dl className={classes.summary}>
        {job && (
          <div>
            <dt>Asked for</dt>
            <dd>
              <Moment at={job.createdAt} />
            </dd>
          </div>
        )}
        {last && (
          <div>
            <dt>Waited in the queue</dt>
            <dd>{sayDuration(last.queuedMs)}</dd>
          </div>
        )}
        {last?.job && (
          <div>
            <dt>Worked</dt>
            <dd>
              {sayDuration(last.job.durationMs)}
              {last.job.cacheHit != null && (last.job.cacheHit ? ', warm' : ', cold')}
            </dd>
          </div>
        )}
        {last && last.attempt > 1 && (
          <div>
            <dt>Attempts</dt>
            <dd>{last.attempt}</dd>
          </div>
        )}
      </dl>
    </>
  )
}
