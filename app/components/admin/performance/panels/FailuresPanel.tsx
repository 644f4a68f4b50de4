import { isOurFault } from '#core/alerts/isOurFault'
import { type ErrorCode, errorKinds } from '#core/errors'
import type { PerformanceFieldsFragment } from '../../../../generated/graphql'
import { sayCount } from '../../../../performance/sayNumber'
import { stageTitle } from '../../../../performance/stageNames'
import page from '../Performance.module.css'
import { CsvButton } from '../parts/CsvButton'
import type { Column } from '../parts/DataTable'
import { JobLink } from '../parts/JobLink'
import { Panel } from '../parts/Panel'
import { When } from '../parts/When'
import classes from './FailuresPanel.module.css'

type Failure = PerformanceFieldsFragment['failures'][number]
type FailedJob = Failure['jobs'][number] & Pick<Failure, 'code' | 'count'>

const meaning = (code: string) =>
  Object.hasOwn(errorKinds, code)
    ? errorKinds[code as ErrorCode].text
    : 'Only another version of the program knows this.'

const columns: readonly Column<FailedJob>[] = [
  { head: 'code', cell: ({ code }) => code, csv: ({ code }) => code },
  { head: 'jobs with this code', cell: ({ count }) => count, csv: ({ count }) => count },
  { head: 'job', cell: ({ jobId }) => jobId, csv: ({ jobId }) => jobId || null },
  { head: 'stage', cell: ({ stage }) => stage, csv: ({ stage }) => stage ?? null },
  { head: 'ended (UTC)', cell: ({ at }) => at, csv: ({ at }) => at || null },
]

/** A row for each job that is known; one without a job where none is. */
const rowsOf = (failures: readonly Failure[]): FailedJob[] =>
  failures.flatMap(({ code, count, jobs }) =>
    jobs.length > 0
      ? jobs.map((job) => ({ ...job, code, count }))
      : [{ code, count, jobId: '', stage: null, at: '' } as FailedJob],
  )

/** Failed jobs by reason, with the latest of each. */
export function FailuresPanel({ failures }: { readonly failures: readonly Failure[] }) {
  return (
    <Panel
      title="Errors"
      about="Failed jobs by reason, with the latest five of each. “Ours” are those that somebody here can mend."
      actions={<CsvButton name="errors" columns={columns} rows={rowsOf(failures)} />}
    >
      {failures.length === 0 ? (
        <p className={page.note}>No job failed in this time.</p>
      ) : (
        <ul className={classes.list}>
          {failures.map(({ code, count, jobs }) => (
            <li key={code}>
              <span className={classes.top}>
                <b>{sayCount(count)} ×</b>
                <code className={classes.code}>{code}</code>
                <span className={classes.who} data-ours={isOurFault(code)}>
                  {isOurFault(code) ? 'ours' : 'the visitor’s, or the address’s'}
                </span>
              </span>
              <span className={classes.means}>{meaning(code)}</span>
              <span className={classes.jobs}>
                {jobs.map(({ jobId, stage, at }) => (
                  <span key={jobId}>
                    <JobLink jobId={jobId} /> <When at={at} />
                    {stage ? `, ${stageTitle(stage).toLowerCase()}` : ''}
                  </span>
                ))}
                {jobs.length === 0 && 'Its jobs are older than rows are kept.'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
