import type { PerformanceFieldsFragment } from '../../../../generated/graphql'
import { sayDuration } from '../../../../performance/sayDuration'
import { sayCount, sayShare } from '../../../../performance/sayNumber'
import { inOrder, stageTitle } from '../../../../performance/stageNames'
import page from '../Performance.module.css'
import { CsvButton } from '../parts/CsvButton'
import { type Column, DataTable } from '../parts/DataTable'
import { Panel } from '../parts/Panel'

type Operation = PerformanceFieldsFragment['operations'][number]

const rate = ({ now }: Operation) => now.cacheHits / (now.cacheHits + now.cacheMisses)

const columns: readonly Column<Operation>[] = [
  {
    head: 'Stage',
    csvHead: 'stage',
    cell: ({ operation }) => stageTitle(operation),
    csv: ({ operation }) => operation,
  },
  {
    head: 'Hit rate',
    csvHead: 'hit rate (%)',
    cell: (row) => sayShare(rate(row)),
    csv: (row) => Math.round(rate(row) * 1000) / 10,
    number: true,
  },
  {
    head: 'Hits',
    csvHead: 'hits',
    cell: ({ now }) => sayCount(now.cacheHits),
    csv: ({ now }) => now.cacheHits,
    number: true,
  },
  {
    head: 'Misses',
    csvHead: 'misses',
    cell: ({ now }) => sayCount(now.cacheMisses),
    csv: ({ now }) => now.cacheMisses,
    number: true,
  },
  {
    head: 'Time saved',
    csvHead: 'time saved (ms)',
    cell: ({ now }) => (now.savedMs == null ? 'not known yet' : sayDuration(now.savedMs)),
    csv: ({ now }) => (now.savedMs == null ? null : Math.round(now.savedMs)),
    number: true,
  },
]

/** How often caches had what a stage wanted, and what that saved. */
export function CachesPanel({ operations }: { readonly operations: readonly Operation[] }) {
  const rows = inOrder(
    operations.filter(({ operation, now }) => operation !== 'job' && now.cacheHits + now.cacheMisses > 0),
  )
  const saved = rows.reduce((sum, { now }) => sum + (now.savedMs ?? 0), 0)
  return (
    <Panel
      title="Caches"
      about="How often a stage found its work done already. Saved: how much longer misses took, for each hit."
      actions={<CsvButton name="caches" columns={columns} rows={rows} />}
    >
      {rows.length === 0 ? (
        <p className={page.note}>No cache was asked in this time.</p>
      ) : (
        <>
          <DataTable label="Caches by stage" columns={columns} rows={rows} rowKey={({ operation }) => operation} />
          <p className={page.note}>
            Together they saved about <b>{sayDuration(saved)}</b> of work.
          </p>
        </>
      )}
    </Panel>
  )
}
