import type { PerformanceFieldsFragment } from '../../../../generated/graphql'
import { cacheTitle, tierTitle } from '../../../../performance/cacheNames'
import { cachePoints } from '../../../../performance/cachePoints'
import { sayDuration } from '../../../../performance/sayDuration'
import { sayBytes, sayCount, sayShare } from '../../../../performance/sayNumber'
import { seriesLook } from '../charts/chartSeries'
import { Legend } from '../charts/Legend'
import { TimeLines } from '../charts/lazyCharts'
import page from '../Performance.module.css'
import { CsvButton } from '../parts/CsvButton'
import { type Column, DataTable } from '../parts/DataTable'
import { Panel } from '../parts/Panel'

type Cache = PerformanceFieldsFragment['caches'][number]

const count = (head: string, of: (cache: Cache) => number): Column<Cache> => ({
  head,
  csvHead: head.toLowerCase(),
  cell: (cache) => sayCount(of(cache)),
  csv: of,
  number: true,
})

const columns: readonly Column<Cache>[] = [
  { head: 'Cache', csvHead: 'cache', cell: ({ name }) => cacheTitle(name), csv: ({ name }) => name },
  { head: 'Where', csvHead: 'where', cell: ({ tier }) => tierTitle(tier), csv: ({ tier }) => tier },
  {
    head: 'Hit rate',
    csvHead: 'hit rate (%)',
    cell: ({ hitRate }) => (hitRate == null ? 'not asked' : sayShare(hitRate)),
    csv: ({ hitRate }) => (hitRate == null ? null : Math.round(hitRate * 1000) / 10),
    number: true,
  },
  count('Hits', ({ hits }) => hits),
  count('Misses', ({ misses }) => misses),
  {
    head: 'Time saved',
    csvHead: 'time saved (ms)',
    cell: ({ savedMs }) => sayDuration(savedMs),
    csv: ({ savedMs }) => Math.round(savedMs),
    number: true,
  },
  count('Left out', ({ evictions }) => evictions),
  count('Failures', ({ failures }) => failures),
  {
    head: 'Kept',
    csvHead: 'kept (bytes)',
    cell: ({ entries, bytes, maxBytes }) =>
      [
        entries == null ? null : sayCount(entries),
        bytes == null ? null : maxBytes == null ? sayBytes(bytes) : `${sayBytes(bytes)} of ${sayBytes(maxBytes)}`,
      ]
        .filter((part) => part !== null)
        .join(', ') || '–',
    csv: ({ bytes }) => bytes ?? null,
    number: true,
  },
]

/** So many lines can still be told apart. */
const MOST_LINES = 6

/** How often caches had what was wanted, and the time that this saved. */
export function CachesPanel({
  answer: { caches, jobs, bucketSeconds },
}: {
  readonly answer: PerformanceFieldsFragment
}) {
  const saved = caches.reduce((sum, { savedMs }) => sum + savedMs, 0)
  const asked = (cache: Cache) => cache.hits + cache.misses
  const shown = caches
    .filter((cache) => asked(cache) > 0)
    .toSorted((a, b) => asked(b) - asked(a))
    .slice(0, MOST_LINES)
  const series = shown.map(({ name, tier }, index) => ({
    name: `c${index}`,
    label: `${cacheTitle(name)}, ${tierTitle(tier)}`,
    ...seriesLook(index),
  }))
  return (
    <Panel
      title="Caches"
      about="How often work was found done already, and what that saved: for each hit, what making the value anew took lately. Many left out with a low hit rate: the cache is too small."
      actions={<CsvButton name="caches" columns={columns} rows={caches} />}
    >
      {caches.length === 0 ? (
        <p className={page.note}>No process has told of its caches in this time.</p>
      ) : (
        <>
          <p className={page.note}>
            {saved >= 1 ? (
              <>
                Together they saved about <b>{sayDuration(saved)}</b> of work.
              </>
            ) : (
              'They saved nothing yet: what was wanted was new each time, or quick to make.'
            )}
          </p>
          {shown.length > 0 && (
            <figure className={page.figure} aria-label="Hit rates">
              <Legend series={series} bars={false} />
              <TimeLines
                title="Hit rates of the caches that were asked most"
                points={cachePoints(
                  jobs.map(({ at }) => Date.parse(at)),
                  shown,
                )}
                series={series}
                format={sayShare}
                bucketSeconds={bucketSeconds}
                top={1}
              />
            </figure>
          )}
          <DataTable label="Caches" columns={columns} rows={caches} rowKey={({ name, tier }) => `${name} ${tier}`} />
        </>
      )}
    </Panel>
  )
}
