import type { HealthFieldsFragment, PerformanceFieldsFragment } from '../../../generated/graphql'
import { type PerformanceAsked, rangeWords } from '../../../performance/asked'
import { EmptyNote } from './EmptyNote'
import classes from './Performance.module.css'
import { AlertsPanel } from './panels/AlertsPanel'
import { CachesPanel } from './panels/CachesPanel'
import { FailuresPanel } from './panels/FailuresPanel'
import { KeyFigures } from './panels/KeyFigures'
import { LatencyPanel } from './panels/LatencyPanel'
import { ProcessesPanel } from './panels/ProcessesPanel'
import { QueuePanel } from './panels/QueuePanel'
import { SlowestPanel } from './panels/SlowestPanel'
import { SplitsPanel } from './panels/SplitsPanel'
import { StagesPanel } from './panels/StagesPanel'
import { ThroughputPanel } from './panels/ThroughputPanel'

interface FiguresProps {
  readonly answer: PerformanceFieldsFragment
  /** The answer is to what was asked before. */
  readonly stale: boolean
  readonly health: HealthFieldsFragment | null
  readonly asked: PerformanceAsked
  readonly ask: (change: Partial<PerformanceAsked>) => void
}

/** All figures of the chosen time. */
export function Figures({ answer, stale, health, asked, ask }: FiguresProps) {
  const { operation } = asked
  const chosen = answer.operations.find((one) => one.operation === operation)
  const { words, before } = rangeWords(asked)
  const workers = health?.workers ?? []
  return (
    <div className={`${classes.page} ${stale ? classes.stale : ''}`} aria-busy={stale}>
      <p className={classes.note}>
        Figures of {words}, against {before}.
        {answer.exact || !chosen ? '' : ' Percentiles are within 2.5 %: so many are added up from sums.'}
        {asked.warmth ? ' Stages without a cache are neither warm nor cold, and left out.' : ''}
      </p>
      {chosen ? (
        <>
          <KeyFigures answer={answer} chosen={chosen} />
          <div className={classes.charts}>
            <LatencyPanel answer={answer} operation={operation} />
            <ThroughputPanel answer={answer} />
          </div>
        </>
      ) : (
        <EmptyNote asked={asked} anything={answer.operations.length > 0} ask={ask} />
      )}
      {answer.operations.length > 0 && (
        <StagesPanel
          operations={answer.operations}
          chosen={operation}
          onChoose={(next) => ask({ operation: next })}
          before={before}
        />
      )}
      <div className={classes.charts}>
        <div className={classes.stack}>
          <FailuresPanel failures={answer.failures} />
          <QueuePanel queue={health?.queue ?? []} workers={workers.length} />
        </div>
        <div className={classes.stack}>
          {answer.operations.length > 0 && <SplitsPanel splits={answer.splits} operation={operation} />}
          {health && <AlertsPanel alerts={health.alerts} />}
        </div>
      </div>
      <SlowestPanel jobs={answer.slowestJobs} />
      <CachesPanel answer={answer} />
      {answer.processes.length > 0 && (
        <div className={classes.charts}>
          <ProcessesPanel answer={answer} workers={workers} />
        </div>
      )}
    </div>
  )
}
