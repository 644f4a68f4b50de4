import { VisuallyHidden } from '@mantine/core'
import { type ErrorCode, errorKinds } from '#core/errors'
import type { MeasuredStepFieldsFragment } from '../../../generated/graphql'
import { sayDuration } from '../../../performance/sayDuration'
import { stageTitle } from '../../../performance/stageNames'
import { stepFacts } from '../../../waterfall/stepFacts'
import type { TimeScale } from '../../../waterfall/timeScale'
import { TimeBar } from './TimeBar'
import classes from './Waterfall.module.css'

interface WaterfallStepProps {
  readonly step: MeasuredStepFieldsFragment
  readonly scale: TimeScale
}

const meaning = (code: string): string =>
  Object.hasOwn(errorKinds, code) ? ` ${errorKinds[code as ErrorCode].text}` : ''

/** One stage of a job: when it stood in line and worked, drawn and in words, and what else is known of it. */
export function WaterfallStep({ step, scale }: WaterfallStepProps) {
  const { operation, offsetMs, durationMs, ok, errorCode } = step
  const waitedMs = Math.min(step.waitedMs ?? 0, durationMs)
  const facts = stepFacts(step)
  return (
    <li className={classes.step}>
      <span className={classes.title}>{stageTitle(operation)}</span>
      <TimeBar
        scale={scale}
        stretches={[
          ...(waitedMs > 0 ? [{ kind: 'waited' as const, startMs: offsetMs, lengthMs: waitedMs }] : []),
          { kind: ok ? 'worked' : 'failed', startMs: offsetMs + waitedMs, lengthMs: durationMs - waitedMs },
        ]}
      />
      <span className={classes.took}>
        <VisuallyHidden>took </VisuallyHidden>
        {sayDuration(durationMs)}
      </span>
      <p className={classes.facts}>
        <VisuallyHidden>Began after {sayDuration(offsetMs)}. </VisuallyHidden>
        {!ok && (
          <>
            <span data-error>Failed: {errorCode ?? 'INTERNAL'}.</span>
            {meaning(errorCode ?? 'INTERNAL')}{' '}
          </>
        )}
        {waitedMs >= 0.05 && (
          <>
            <b>{sayDuration(waitedMs)} in line</b>
            {facts.length > 0 && ' · '}
          </>
        )}
        {facts.join(' · ')}
      </p>
    </li>
  )
}
