import type { HealthFieldsFragment } from '../../../../generated/graphql'
import { sayDuration } from '../../../../performance/sayDuration'
import { sayCount } from '../../../../performance/sayNumber'
import { jobTitle } from '../../../../performance/stageNames'
import page from '../Performance.module.css'
import { CsvButton } from '../parts/CsvButton'
import { type Column, DataTable } from '../parts/DataTable'
import { Panel } from '../parts/Panel'

type Kind = HealthFieldsFragment['queue'][number]

const rounded = (seconds: number | null | undefined) => (seconds == null ? null : Math.round(seconds * 100) / 100)
const say = (seconds: number | null | undefined, otherwise: string) =>
  seconds == null ? otherwise : sayDuration(seconds * 1000)

const columns: readonly Column<Kind>[] = [
  { head: 'Kind', csvHead: 'kind', cell: ({ kind }) => jobTitle(kind), csv: ({ kind }) => kind },
  {
    head: 'Waiting',
    csvHead: 'waiting (jobs)',
    cell: ({ waiting }) => sayCount(waiting),
    csv: ({ waiting }) => waiting,
    number: true,
  },
  {
    head: 'Running',
    csvHead: 'running (jobs)',
    cell: ({ running }) => sayCount(running),
    csv: ({ running }) => running,
    number: true,
  },
  {
    head: 'Oldest waits',
    csvHead: 'oldest waits (s)',
    cell: ({ waiting, oldestWaitingSeconds }) => (waiting === 0 ? '–' : say(oldestWaitingSeconds, '–')),
    csv: ({ oldestWaitingSeconds }) => rounded(oldestWaitingSeconds),
    number: true,
  },
  {
    head: 'One takes',
    csvHead: 'one takes (s)',
    cell: ({ meanSeconds }) => say(meanSeconds, 'not known'),
    csv: ({ meanSeconds }) => rounded(meanSeconds),
    number: true,
  },
  {
    head: 'All done in about',
    csvHead: 'all done in (s)',
    cell: ({ etaSeconds }) => say(etaSeconds, 'not known'),
    csv: ({ etaSeconds }) => rounded(etaSeconds),
    number: true,
  },
]

interface QueuePanelProps {
  readonly queue: readonly Kind[]
  readonly workers: number
}

/** What waits now, by kind, and when it should be done. */
export const QueuePanel = ({ queue, workers }: QueuePanelProps) => (
  <Panel
    title="Queue now"
    about="What waits and runs at this moment, by kind, and when all of it should be done."
    actions={<CsvButton name="queue" columns={columns} rows={queue} />}
  >
    {queue.length === 0 ? (
      <p className={page.note}>Nothing waits and nothing runs.</p>
    ) : (
      <DataTable label="Queue" columns={columns} rows={queue} rowKey={({ kind }) => kind} />
    )}
    {queue.length > 0 && workers === 0 && (
      <p className={page.note}>No worker is there: these jobs wait until one is started.</p>
    )}
  </Panel>
)
