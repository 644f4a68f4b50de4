import type { PerformanceFieldsFragment } from '../../../../generated/graphql'
import { sayDuration } from '../../../../performance/sayDuration'
import { sayCount } from '../../../../performance/sayNumber'
import { deviceTitle, stageTitle } from '../../../../performance/stageNames'
import classes from '../Performance.module.css'
import { CsvButton } from '../parts/CsvButton'
import { type Column, DataTable } from '../parts/DataTable'
import { Panel } from '../parts/Panel'

type Split = PerformanceFieldsFragment['splits'][number]

const rounded = (ms: number) => Math.round(ms * 100) / 100
const nameOf = ({ warmth, device }: Split) =>
  warmth === 'WARM' ? 'Warm' : warmth === 'COLD' ? 'Cold' : deviceTitle(device ?? '')

const duration = (head: string, of: 'p50Ms' | 'p95Ms' | 'p99Ms'): Column<Split> => ({
  head,
  csvHead: `${head} (ms)`,
  cell: ({ figures }) => sayDuration(figures[of]),
  csv: ({ figures }) => rounded(figures[of]),
  number: true,
})

const columns: readonly Column<Split>[] = [
  { head: 'Part', csvHead: 'part', cell: nameOf, csv: nameOf },
  {
    head: 'Runs',
    csvHead: 'runs',
    cell: ({ figures }) => sayCount(figures.count),
    csv: ({ figures }) => figures.count,
    number: true,
  },
  duration('p50', 'p50Ms'),
  duration('p95', 'p95Ms'),
  duration('p99', 'p99Ms'),
  {
    head: 'Failed',
    csvHead: 'failed (runs)',
    cell: ({ figures }) => sayCount(figures.errors),
    csv: ({ figures }) => figures.errors,
    number: true,
  },
]

/** How many times one half is faster than the other, in words; null when there are not both. */
function verdict(slow: Split | undefined, fast: Split | undefined): string | null {
  if (!slow || !fast || fast.figures.p50Ms <= 0) return null
  const times = slow.figures.p50Ms / fast.figures.p50Ms
  const names = times >= 1 ? [nameOf(fast), nameOf(slow)] : [nameOf(slow), nameOf(fast)]
  const factor = Number((times >= 1 ? times : 1 / times).toFixed(1))
  return factor === 1
    ? `${names[0]} is as fast as ${names[1]}.`
    : `${names[0]} is ${factor}× as fast as ${names[1]} (p50).`
}

interface SplitsPanelProps {
  readonly splits: readonly Split[]
  readonly operation: string
}

/** Cold against warm, and device against device, for the chosen operation. */
export function SplitsPanel({ splits, operation }: SplitsPanelProps) {
  const rows = splits.filter((split) => split.operation === operation)
  const warmth = (wanted: Split['warmth']) => rows.find((split) => split.warmth === wanted)
  const devices = rows.filter(({ device }) => device !== null)
  const gpu = devices.find(({ device }) => device !== 'cpu')
  const words = [
    verdict(warmth('COLD'), warmth('WARM')),
    verdict(
      devices.find(({ device }) => device === 'cpu'),
      gpu,
    ),
  ].filter((line) => line !== null)
  return (
    <Panel
      title="Cold against warm, CPU against GPU"
      about={`${stageTitle(operation)}. Warm: ${operation === 'job' ? 'every cache that was asked had it' : 'it came from a cache'}.`}
      actions={<CsvButton name="comparison" columns={columns} rows={rows} />}
    >
      {rows.length === 0 ? (
        <p className={classes.note}>
          Nothing to compare: no cache was asked in this time, and no device told of itself.
        </p>
      ) : (
        <DataTable label="Comparison" columns={columns} rows={rows} rowKey={nameOf} />
      )}
      {words.map((line) => (
        <p key={line} className={classes.note}>
          {line}
        </p>
      ))}
      {devices.length > 0 && !gpu && <p className={classes.note}>No worker ran on a GPU in this time.</p>}
    </Panel>
  )
}
