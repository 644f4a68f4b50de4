import type { PerformanceFieldsFragment } from '../../../../generated/graphql'
import { sayDuration } from '../../../../performance/sayDuration'
import { sayCount, sayRate } from '../../../../performance/sayNumber'
import { TimeBars } from '../charts/lazyCharts'
import { ChartPanel } from '../parts/ChartPanel'
import type { Column } from '../parts/DataTable'
import { When } from '../parts/When'

type Point = PerformanceFieldsFragment['jobs'][number]

const series = [
  { name: 'done', label: 'Done', color: 'var(--series-1)' },
  { name: 'failed', label: 'Failed', color: 'var(--series-5)', striped: true },
]

const columns: readonly Column<Point>[] = [
  { head: 'From', csvHead: 'from (UTC)', cell: ({ at }) => <When at={at} withSeconds />, csv: ({ at }) => at },
  {
    head: 'Done',
    csvHead: 'done (jobs)',
    cell: ({ count, errors }) => sayCount(count - errors),
    csv: ({ count, errors }) => count - errors,
    number: true,
  },
  {
    head: 'Failed',
    csvHead: 'failed (jobs)',
    cell: ({ errors }) => sayCount(errors),
    csv: ({ errors }) => errors,
    number: true,
  },
  {
    head: 'Rate',
    csvHead: 'done (jobs per second)',
    cell: ({ perSecond }) => sayRate(perSecond),
    csv: ({ perSecond }) => Math.round(perSecond * 1e4) / 1e4,
    number: true,
  },
  {
    head: 'Warm',
    csvHead: 'warm (jobs)',
    cell: ({ cacheHits }) => sayCount(cacheHits),
    csv: ({ cacheHits }) => cacheHits,
    number: true,
  },
]

/** How many jobs were done over the time. */
export function ThroughputPanel({ answer: { jobs, bucketSeconds } }: { readonly answer: PerformanceFieldsFragment }) {
  const points = jobs.map(({ at, count, errors }) => ({ at: Date.parse(at), done: count - errors, failed: errors }))
  return (
    <ChartPanel
      title="Jobs done"
      about={`How many jobs ended in each step of ${sayDuration(bucketSeconds * 1000)}. A gap: nobody asked, or nobody worked.`}
      series={series}
      bars
      columns={columns}
      rows={jobs}
      rowKey={({ at }) => at}
      name="throughput"
    >
      <TimeBars title="Jobs done" points={points} series={series} format={sayCount} bucketSeconds={bucketSeconds} />
    </ChartPanel>
  )
}
