import { doneLines } from '../../create/doneLines'
import { stageName } from '../../create/stageName'
import type { MemeFieldsFragment } from '../../generated/graphql'
import { RecognisedAs } from './RecognisedAs'
import classes from './WhatWasDone.module.css'

interface WhatWasDoneProps {
  readonly meme: MemeFieldsFragment
  readonly fromFinishedMeme?: boolean
  /** Makes it again without the template it was recognised as; left out where it cannot be. */
  readonly onWithoutTemplate?: () => void
}

const milliseconds = (value: number): string => (value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`)

/** What happened to the picture, in sentences, and how long each step took. */
export function WhatWasDone({ meme, fromFinishedMeme = false, onWithoutTemplate }: WhatWasDoneProps) {
  const { stages } = meme.report
  const total = stages.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const longest = Math.max(1, ...stages.map(({ durationMs }) => durationMs))
  return (
    <section className={classes.report} aria-labelledby="what-was-done">
      <h2 id="what-was-done">What was done</h2>
      <RecognisedAs report={meme.report} {...(onWithoutTemplate && { onWithout: onWithoutTemplate })} />
      <ul className={classes.lines}>
        {doneLines(meme, fromFinishedMeme).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3 id="step-by-step" className={classes.total}>
        {fromFinishedMeme ? 'When it was made' : 'Step by step'} <span>{milliseconds(total)} of work</span>
      </h3>
      <ul className={classes.stages} aria-labelledby="step-by-step">
        {stages.map(({ stage, durationMs, cacheHit }) => (
          <li key={stage}>
            <span>{stageName(stage)}</span>
            {cacheHit && <b>from cache</b>}
            <span className={classes.time}>{milliseconds(durationMs)}</span>
            <i style={{ width: `${Math.max(1, (durationMs / longest) * 100)}%` }} data-hit={cacheHit || undefined} />
          </li>
        ))}
      </ul>
    </section>
  )
}
