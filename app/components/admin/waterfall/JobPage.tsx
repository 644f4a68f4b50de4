'use client'

import type { JobWaterfallQuery } from '../../../generated/graphql'
import { useJobWaterfall } from '../../../hooks/useJobWaterfall'
import { Trouble } from '../parts/Trouble'
import page from '../performance/Performance.module.css'
import { AttemptPanel } from './AttemptPanel'
import { JobHead } from './JobHead'
import { NoRows } from './NoRows'
import { ProfilePanel } from './ProfilePanel'

interface JobPageProps {
  readonly id: string
  /** Null when it could not be read. */
  readonly first: JobWaterfallQuery | null
}

/** One job: what became of it, and where its time went. Follows it while it waits or runs. */
export function JobPage({ id, first }: JobPageProps) {
  const { answer, active, problem } = useJobWaterfall(id, first)
  const rows = answer?.jobPerformance ?? null
  const firstKnown = rows?.attempts[0]?.attempt ?? 1
  return (
    <div className={page.page}>
      {answer && (answer.job || rows) ? <JobHead id={id} answer={answer} /> : <h1>Job</h1>}
      {problem && <Trouble problem={problem} />}
      {firstKnown > 1 && (
        <p className={page.note}>
          {firstKnown === 2 ? 'Attempt 1' : `Attempts 1 to ${firstKnown - 1}`} left no rows: the worker stopped before
          it could write them.
        </p>
      )}
      {rows?.attempts.map((attempt) => (
        <AttemptPanel key={attempt.attempt} attempt={attempt} several={rows.attempts.length > 1 || firstKnown > 1} />
      ))}
      {answer && !rows && !active && <NoRows known={answer.job != null} />}
      {answer && <ProfilePanel profiles={rows?.profiles ?? []} />}
    </div>
  )
}
