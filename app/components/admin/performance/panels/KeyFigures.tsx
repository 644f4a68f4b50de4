import type { PerformanceFieldsFragment } from '../../../../generated/graphql'
import { cacheShare } from '../../../../performance/cacheShare'
import { type Change, changeOf, changeOfShare } from '../../../../performance/change'
import { sayDuration } from '../../../../performance/sayDuration'
import { sayCount, sayRate, sayShare } from '../../../../performance/sayNumber'
import classes from '../Performance.module.css'
import { ChangeSign } from '../parts/ChangeSign'
import own from './KeyFigures.module.css'

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly also: string
  readonly change: Change | null
}

const Figure = ({ name, value, also, change }: FigureProps) => (
  <div className={own.figure}>
    <dt>{name}</dt>
    <dd>
      <span className={own.value}>{value}</span>
      <ChangeSign change={change} />
      <span className={own.also}>{also}</span>
    </dd>
  </div>
)

type Figures = PerformanceFieldsFragment['operations'][number]

/** Without those that failed: a site where all fails has no throughput. */
const done = ({ count, errors }: { readonly count: number; readonly errors: number }): number => count - errors

interface KeyFiguresProps {
  readonly answer: PerformanceFieldsFragment
  readonly chosen: Figures
}

/** The figures one looks for first, each against the time before. */
export function KeyFigures({ answer, chosen: { operation, now, before } }: KeyFiguresProps) {
  const seconds = Math.max(1, (Date.parse(answer.to) - Date.parse(answer.from)) / 1000)
  const hits = cacheShare(now)
  const what = operation === 'job' ? 'jobs' : 'runs'
  const duration = (name: string, of: 'p50Ms' | 'p95Ms' | 'p99Ms', also: string) => (
    <Figure
      name={name}
      value={sayDuration(now[of])}
      also={also}
      change={changeOf(now, before, (figures) => figures[of], 'duration')}
    />
  )
  return (
    <dl className={classes.figures} aria-label="Key figures">
      <Figure
        name="Throughput"
        value={sayRate(done(now) / seconds)}
        also={
          now.errors > 0
            ? `${sayCount(done(now))} of ${sayCount(now.count)} ${what} done`
            : `${sayCount(now.count)} ${what}`
        }
        change={changeOf(now, before, done, 'count')}
      />
      {duration('p50', 'p50Ms', 'half took no longer')}
      {duration('p95', 'p95Ms', '95 of 100 took no longer')}
      {duration('p99', 'p99Ms', '99 of 100 took no longer')}
      <Figure
        name="Failed"
        value={sayShare(now.errorRate)}
        also={`${sayCount(now.errors)} of ${sayCount(now.count)}`}
        change={changeOfShare(now, before, ({ errorRate }) => errorRate, 'bad')}
      />
      <Figure
        name={operation === 'job' ? 'Warm' : 'From cache'}
        value={hits === null ? '–' : sayShare(hits)}
        also={operation === 'job' ? 'jobs whose caches all hit' : 'runs that a cache spared'}
        change={changeOfShare(now, before, cacheShare, 'good')}
      />
    </dl>
  )
}
