import type { PerformanceFieldsFragment } from '../../../../generated/graphql'
import { sayDuration } from '../../../../performance/sayDuration'
import { sayCount } from '../../../../performance/sayNumber'
import { stageTitle } from '../../../../performance/stageNames'
import { type ChartPoint, seriesLook } from '../charts/chartSeries'
import { TimeLines } from '../charts/lazyCharts'
import { ChartPanel } from '../parts/ChartPanel'
import type { Column } from '../parts/DataTable'
import { When } from '../parts/When'

type Point = PerformanceFieldsFragment['chosen'][number]

const series = [
  { name: 'p50Ms', label: 'p50: half took no longer', ...seriesLook(0) },
  { name: 'p95Ms', label: 'p95', ...seriesLook(1) },
  { name: 'p99Ms', label: 'p99', ...seriesLook(2) },
]

const rounded = (ms: number | null | undefined) => (ms == null ? null : Math.round(ms * 100) / 100)
const duration = (head: string, csvHead: string, of: (point: Point) => number | null | undefined): Column<Point> => ({
  head,
  csvHead,
  cell: (point) => (of(point) == null ? '–' : sayDuration(of(point)!)),
  csv: (point) => rounded(of(point)),
  number: true,
})

const columns: readonly Column<Point>[] = [
  { head: 'From', csvHead: 'from (UTC)', cell: ({ at }) => <When at={at} withSeconds />, csv: ({ at }) => at },
  { head: 'Runs', csvHead: 'runs', cell: ({ count }) => sayCount(count), csv: ({ count }) => count, number: true },
  duration('p50', 'p50 (ms)', ({ p50Ms }) => p50Ms),
  duration('p95', 'p95 (ms)', ({ p95Ms }) => p95Ms),
  duration('p99', 'p99 (ms)', ({ p99Ms }) => p99Ms),
]

interface LatencyPanelProps {
  readonly answer: PerformanceFieldsFragment
  readonly operation: string
}

/** How long the chosen operation took over the time. */
export function LatencyPanel({ answer: { chosen, bucketSeconds }, operation }: LatencyPanelProps) {
  const title = operation === 'job' ? 'From taken to done' : `${stageTitle(operation)}: time taken`
  const points: ChartPoint[] = chosen.map(({ at, p50Ms, p95Ms, p99Ms }) => ({
    at: Date.parse(at),
    p50Ms: p50Ms ?? null,
    p95Ms: p95Ms ?? null,
    p99Ms: p99Ms ?? null,
  }))
  return (
    <ChartPanel
      title={title}
      about="What a worker took, without the wait in the queue. A widening gap between the lines: some are slow, not all."
      series={series}
      columns={columns}
      rows={chosen}
      rowKey={({ at }) => at}
      name="durations"
    >
      <TimeLines title={title} points={points} series={series} format={sayDuration} bucketSeconds={bucketSeconds} />
    </ChartPanel>
  )
}
