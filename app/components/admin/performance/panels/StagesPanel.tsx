import type { PerformanceFieldsFragment } from '../../../../generated/graphql'
import { cacheShare } from '../../../../performance/cacheShare'
import { changeOf } from '../../../../performance/change'
import { sayDuration } from '../../../../performance/sayDuration'
import { sayCount, sayShare } from '../../../../performance/sayNumber'
import { inOrder, stageTitle } from '../../../../performance/stageNames'
import { Legend } from '../charts/Legend'
import { StageBars } from '../charts/lazyCharts'
import page from '../Performance.module.css'
import { ChangeSign } from '../parts/ChangeSign'
import { CsvButton } from '../parts/CsvButton'
import { type Column, DataTable } from '../parts/DataTable'
import { Panel } from '../parts/Panel'
import classes from './StagesPanel.module.css'

type Stage = PerformanceFieldsFragment['operations'][number] & { readonly share: number }

const series = [
  { name: 'p50', label: 'p50: half took no longer', color: 'var(--series-1)' },
  { name: 'p95', label: 'p95', color: 'var(--series-2)', striped: true },
]

const hits = ({ now }: Stage) => cacheShare(now)
const rounded = (ms: number) => Math.round(ms * 100) / 100

interface StagesPanelProps {
  readonly operations: PerformanceFieldsFragment['operations']
  /** The operation that the other charts show. */
  readonly chosen: string
  readonly onChoose: (operation: string) => void
  /** What is compared with. */
  readonly before: string
}

const columnsOf = (chosen: string, onChoose: (operation: string) => void): readonly Column<Stage>[] => [
  {
    head: 'Stage',
    csvHead: 'stage',
    cell: ({ operation }) => (
      <button
        type="button"
        className={classes.pick}
        aria-pressed={operation === chosen}
        onClick={() => onChoose(operation === chosen ? 'job' : operation)}
      >
        {stageTitle(operation)}
      </button>
    ),
    csv: ({ operation }) => operation,
  },
  { head: 'Runs', csvHead: 'runs', cell: ({ now }) => sayCount(now.count), csv: ({ now }) => now.count, number: true },
  {
    head: 'p50',
    csvHead: 'p50 (ms)',
    cell: ({ now }) => sayDuration(now.p50Ms),
    csv: ({ now }) => rounded(now.p50Ms),
    number: true,
  },
  {
    head: 'p95',
    csvHead: 'p95 (ms)',
    cell: ({ now }) => sayDuration(now.p95Ms),
    csv: ({ now }) => rounded(now.p95Ms),
    number: true,
  },
  {
    head: 'p99',
    csvHead: 'p99 (ms)',
    cell: ({ now }) => sayDuration(now.p99Ms),
    csv: ({ now }) => rounded(now.p99Ms),
    number: true,
  },
  {
    head: 'p95 before',
    csvHead: 'p95 before (ms)',
    cell: ({ now, before }) => <ChangeSign change={changeOf(now, before, ({ p95Ms }) => p95Ms, 'duration')} />,
    csv: ({ before }) => (before ? rounded(before.p95Ms) : null),
  },
  {
    head: 'Of all time',
    csvHead: 'share of all time (%)',
    cell: ({ share }) => (
      <span className={classes.share}>
        <span className={classes.track} aria-hidden="true">
          <i style={{ width: `${share * 100}%` }} />
        </span>
        {sayShare(share)}
      </span>
    ),
    csv: ({ share }) => Math.round(share * 1000) / 10,
    number: true,
  },
  {
    head: 'From cache',
    csvHead: 'from cache (%)',
    cell: (stage) => (hits(stage) === null ? '–' : sayShare(hits(stage)!)),
    csv: (stage) => (hits(stage) === null ? null : Math.round(hits(stage)! * 1000) / 10),
    number: true,
  },
  {
    head: 'Failed',
    csvHead: 'failed (runs)',
    cell: ({ now }) => sayCount(now.errors),
    csv: ({ now }) => now.errors,
    number: true,
  },
]

/** Where the time of jobs goes, stage by stage. */
export function StagesPanel({ operations, chosen, onChoose, before }: StagesPanelProps) {
  const stages = inOrder(operations.filter(({ operation }) => operation !== 'job'))
  const all = stages.reduce((sum, { now }) => sum + now.meanMs * now.count, 0)
  const rows = stages.map((stage) => ({ ...stage, share: all === 0 ? 0 : (stage.now.meanMs * stage.now.count) / all }))
  const columns = columnsOf(chosen, onChoose)
  const bars = rows.map(({ operation, now }) => ({ name: stageTitle(operation), p50: now.p50Ms, p95: now.p95Ms }))
  return (
    <Panel
      title="Stage by stage"
      about={`Where the time of jobs goes, in their order, against ${before}. Choose a stage to see it in the charts above.`}
      actions={<CsvButton name="stages" columns={columns} rows={rows} />}
    >
      {rows.length === 0 ? (
        <p className={page.note}>No stage ran in this time.</p>
      ) : (
        <>
          <figure className={page.figure} aria-label="Time of each stage">
            <Legend series={series} bars />
            <StageBars title="Time of each stage" bars={bars} series={series} format={sayDuration} />
          </figure>
          <DataTable label="Stages" columns={columns} rows={rows} rowKey={({ operation }) => operation} />
        </>
      )}
    </Panel>
  )
}
