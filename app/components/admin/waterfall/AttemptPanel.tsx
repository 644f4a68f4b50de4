'use client'

import { Switch } from '@mantine/core'
import { useState } from 'react'
import type { JobWaterfallQuery } from '../../../generated/graphql'
import { processTitle } from '../../../performance/processTitle'
import { sayDuration } from '../../../performance/sayDuration'
import { timeScale } from '../../../waterfall/timeScale'
import { Panel } from '../performance/parts/Panel'
import { TimeBar } from './TimeBar'
import classes from './Waterfall.module.css'
import { WaterfallLegend } from './WaterfallLegend'
import { WaterfallStep } from './WaterfallStep'

type Attempt = NonNullable<JobWaterfallQuery['jobPerformance']>['attempts'][number]

interface AttemptPanelProps {
  readonly attempt: Attempt
  /** Whether there were others: then it is named by its number. */
  readonly several: boolean
}

/** Where the time of one attempt at a job went: its wait in the queue, then its stages, those side by side that ran side by side. */
export function AttemptPanel({ attempt: { attempt, totalMs, queuedMs, job, steps }, several }: AttemptPanelProps) {
  // A wait that is longer than the work would squeeze all stages into the last pixels.
  const [leftOut, setLeftOut] = useState(queuedMs > totalMs / 2)
  const scale = timeScale(leftOut ? queuedMs : 0, totalMs)
  const worker = job?.workerId ?? steps[0]?.workerId
  return (
    <Panel
      title={several ? `Attempt ${attempt}` : 'Where the time went'}
      about={
        <>
          {sayDuration(totalMs)} from being asked for to its end{worker && <>, on {processTitle(worker)}</>}.
          {job === null && ' Its worker stopped before it could say how the whole ended.'}
        </>
      }
    >
      <div className={classes.above}>
        <WaterfallLegend failed={steps.some(({ ok }) => !ok)} />
        <Switch
          label="Leave the wait out"
          checked={leftOut}
          onChange={(event) => setLeftOut(event.currentTarget.checked)}
        />
      </div>
      <div className={classes.axis} aria-hidden="true">
        <span>Stage</span>
        <span className={classes.ticks}>
          {scale.ticks.map(({ ms, place }) => (
            <span key={ms} style={{ left: `${place * 100}%` }} data-last={place > 0.93}>
              {sayDuration(ms)}
            </span>
          ))}
        </span>
        <span>Took</span>
      </div>
      <ol className={classes.steps}>
        {!leftOut && (
          <li className={classes.step}>
            <span className={classes.title}>Wait in the queue</span>
            <TimeBar scale={scale} stretches={[{ kind: 'queued', startMs: 0, lengthMs: queuedMs }]} />
            <span className={classes.took}>{sayDuration(queuedMs)}</span>
          </li>
        )}
        {steps.map((step) => (
          <WaterfallStep key={`${step.operation} ${step.offsetMs}`} step={step} scale={scale} />
        ))}
      </ol>
    </Panel>
  )
}
