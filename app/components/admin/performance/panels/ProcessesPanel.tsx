import type { HealthFieldsFragment, PerformanceFieldsFragment } from '../../../../generated/graphql'
import { processPoints } from '../../../../performance/processPoints'
import { processTitle } from '../../../../performance/processTitle'
import { sayBytes } from '../../../../performance/sayNumber'
import { seriesLook } from '../charts/chartSeries'
import { TimeLines } from '../charts/lazyCharts'
import { ChartPanel } from '../parts/ChartPanel'
import type { Column } from '../parts/DataTable'
import { When } from '../parts/When'

type Trend = PerformanceFieldsFragment['processes'][number]
type Sample = Trend['points'][number] & Pick<Trend, 'processId' | 'kind'>

const cores = (value: number) => `${Number(value.toFixed(2))}`

const columns: readonly Column<Sample>[] = [
  {
    head: 'Process',
    csvHead: 'process',
    cell: ({ processId }) => processTitle(processId),
    csv: ({ processId }) => processId,
  },
  { head: 'Kind', csvHead: 'kind', cell: ({ kind }) => kind, csv: ({ kind }) => kind },
  { head: 'From', csvHead: 'from (UTC)', cell: ({ at }) => <When at={at} withSeconds />, csv: ({ at }) => at },
  {
    head: 'Memory',
    csvHead: 'memory (bytes)',
    cell: ({ rssBytes }) => sayBytes(rssBytes),
    csv: ({ rssBytes }) => rssBytes,
    number: true,
  },
  {
    head: 'JavaScript',
    csvHead: 'JavaScript heap (bytes)',
    cell: ({ heapUsedBytes }) => sayBytes(heapUsedBytes),
    csv: ({ heapUsedBytes }) => heapUsedBytes,
    number: true,
  },
  {
    head: 'Cores at work',
    csvHead: 'processor (cores)',
    cell: ({ cpu }) => cores(cpu),
    csv: ({ cpu }) => Math.round(cpu * 1000) / 1000,
    number: true,
  },
  {
    head: 'Machine’s load',
    csvHead: 'load average (1 min)',
    cell: ({ load }) => cores(load),
    csv: ({ load }) => Math.round(load * 100) / 100,
    number: true,
  },
]

/** So many lines can still be told apart. */
const MOST_LINES = 6

interface ProcessesPanelProps {
  readonly answer: PerformanceFieldsFragment
  readonly workers: HealthFieldsFragment['workers']
}

/** Memory and load of each process over the time. */
export function ProcessesPanel({ answer, workers }: ProcessesPanelProps) {
  const { processes, jobs, bucketSeconds } = answer
  const living = new Set(workers.map(({ id }) => id))
  const last = ({ points }: Trend) => points.at(-1)?.at ?? ''
  // Those that live first, then those that were there last.
  const order = [...processes].sort(
    (a, b) => Number(living.has(b.processId)) - Number(living.has(a.processId)) || last(b).localeCompare(last(a)),
  )
  const shown = order.slice(0, MOST_LINES)
  const series = shown.map(({ processId, kind }, index) => ({
    name: `p${index}`,
    label: `${kind === 'site' ? 'Site' : 'Worker'} ${processTitle(processId)}${kind === 'worker' && !living.has(processId) ? ' (gone)' : ''}`,
    ...seriesLook(index),
  }))
  const steps = jobs.map(({ at }) => Date.parse(at))
  const rows = order.flatMap(({ processId, kind, points }) => points.map((point) => ({ ...point, processId, kind })))
  const hidden = order.length - shown.length
  const more = hidden > 0 ? ` ${hidden} more that have ended are in the table.` : ''
  const shared = { series, columns, rows, rowKey: ({ processId, at }: Sample) => `${processId} ${at}` }
  return (
    <>
      <ChartPanel
        {...shared}
        title="Memory of each process"
        about={`The most in each step. A line that only ever rises is a leak.${more}`}
        name="processes"
      >
        <TimeLines
          title="Memory of each process"
          points={processPoints(steps, shown, ({ rssBytes }) => rssBytes)}
          series={series}
          format={sayBytes}
          bucketSeconds={bucketSeconds}
        />
      </ChartPanel>
      <ChartPanel
        {...shared}
        title="Processor of each process"
        about={`Cores at work. All cores of a machine at work for long: add a worker elsewhere.${more}`}
        name="processors"
      >
        <TimeLines
          title="Processor of each process"
          points={processPoints(steps, shown, ({ cpu }) => cpu)}
          series={series}
          format={cores}
          bucketSeconds={bucketSeconds}
        />
      </ChartPanel>
    </>
  )
}
