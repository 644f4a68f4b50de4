import type { PerformanceFieldsFragment } from '../../../../generated/graphql'
import { processTitle } from '../../../../performance/processTitle'
import { sayDuration } from '../../../../performance/sayDuration'
import { jobTitle } from '../../../../performance/stageNames'
import page from '../Performance.module.css'
import { CsvButton } from '../parts/CsvButton'
import { type Column, DataTable } from '../parts/DataTable'
import { JobLink } from '../parts/JobLink'
import { Panel } from '../parts/Panel'
import { When } from '../parts/When'

type SlowJob = PerformanceFieldsFragment['slowestJobs'][number]

const rounded = (ms: number) => Math.round(ms * 100) / 100
const warmthOf = ({ cacheHit }: SlowJob) => (cacheHit == null ? 'no cache' : cacheHit ? 'warm' : 'cold')
const endOf = ({ ok, errorCode }: SlowJob) => (ok ? 'done' : (errorCode ?? 'failed'))

const columns: readonly Column<SlowJob>[] = [
  { head: 'Job', csvHead: 'job', cell: ({ jobId }) => <JobLink jobId={jobId} />, csv: ({ jobId }) => jobId },
  {
    head: 'Worked',
    csvHead: 'worked (ms)',
    cell: ({ durationMs }) => sayDuration(durationMs),
    csv: ({ durationMs }) => rounded(durationMs),
    number: true,
  },
  {
    head: 'Waited',
    csvHead: 'waited in the queue (ms)',
    cell: ({ queuedMs }) => sayDuration(queuedMs),
    csv: ({ queuedMs }) => rounded(queuedMs),
    number: true,
  },
  { head: 'For', csvHead: 'kind', cell: ({ kind }) => jobTitle(kind), csv: ({ kind }) => kind ?? null },
  { head: 'Cache', csvHead: 'cache', cell: warmthOf, csv: warmthOf },
  { head: 'End', csvHead: 'end', cell: endOf, csv: endOf },
  { head: 'Ended', csvHead: 'ended (UTC)', cell: ({ at }) => <When at={at} withSeconds />, csv: ({ at }) => at },
  {
    head: 'Worker',
    csvHead: 'worker',
    cell: ({ workerId }) => processTitle(workerId),
    csv: ({ workerId }) => workerId,
  },
]

/** The jobs that worked longest, each with the way to where its time went. */
export const SlowestPanel = ({ jobs }: { readonly jobs: readonly SlowJob[] }) => (
  <Panel
    title="Slowest jobs"
    about="Open one to see stage by stage where its time went."
    actions={<CsvButton name="slowest-jobs" columns={columns} rows={jobs} />}
  >
    {jobs.length === 0 ? (
      <p className={page.note}>None: no job ended in this time, or its rows are no longer kept.</p>
    ) : (
      <DataTable label="Slowest jobs" columns={columns} rows={jobs} rowKey={({ jobId, at }) => `${jobId} ${at}`} />
    )}
  </Panel>
)
