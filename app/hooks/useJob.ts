'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type PlainProblem, unreachable } from '../client/problem'
import { type Connection, watchJob } from '../client/watchJob'
import type { JobFieldsFragment } from '../generated/graphql'

/** What is known of the watched job. */
export interface JobView {
  readonly job: JobFieldsFragment | null
  readonly connection: Connection
  /** Why it will not end well: the job's own problem, or that the server forgot it. */
  readonly problem: PlainProblem | null
}

const nothing: JobView = { job: null, connection: 'live', problem: null }

/** Watches one job at a time. `watch(null)` forgets it. */
export function useJob(): JobView & { readonly watch: (job: JobFieldsFragment | null) => void } {
  const [view, setView] = useState<JobView>(nothing)
  const stop = useRef<() => void>(() => {})

  const watch = useCallback((start: JobFieldsFragment | null) => {
    stop.current()
    stop.current = () => {}
    if (!start) return setView(nothing)
    const show = (job: JobFieldsFragment) => setView((now) => ({ ...now, job, problem: job.problem }))
    setView({ job: start, connection: 'live', problem: start.problem })
    if (start.state !== 'QUEUED' && start.state !== 'RUNNING') return
    stop.current = watchJob(start.id, {
      onJob: show,
      onConnection: (connection) => setView((now) => ({ ...now, connection })),
      onGone: () => setView((now) => ({ ...now, problem: unreachable })),
    })
  }, [])

  useEffect(() => () => stop.current(), [])
  return { ...view, watch }
}
