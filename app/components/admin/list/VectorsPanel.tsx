import { Progress } from '@mantine/core'
import type { CurationWorkQuery } from '../../../generated/graphql'
import { WorkPanel } from './WorkPanel'
import classes from './WorkPanel.module.css'

interface VectorsPanelProps {
  readonly vectors: CurationWorkQuery['curation']['vectors']
}

/** What is not found by meaning, and why, in the words before what to do about it. */
const lacking = (state: 'MISSING' | 'BROKEN', model: string): string =>
  `Nothing is found by meaning: the files of ${model} ${state === 'MISSING' ? 'are not here' : 'cannot be used'}. Search goes by words. What to do:`

/** How far the worker is with describing pictures, and what finding by meaning lacks. */
export function VectorsPanel({
  vectors: { pictures, fingerprinted, embedded, clip, clipModel, clipAdvice },
}: VectorsPanelProps) {
  const bar = (label: string, done: number) => (
    <div className={classes.bar}>
      <p>
        {label}
        <span>
          {done} of {pictures}
        </span>
      </p>
      <Progress aria-label={label} value={pictures === 0 ? 100 : (done / pictures) * 100} />
    </div>
  )
  return (
    <WorkPanel
      title="What the worker knows"
      about="Pictures are described in the background, so that they are recognised and found."
    >
      {bar('Recognised when uploaded', fingerprinted)}
      {clip === 'READY' || embedded > 0 ? bar(`Found by meaning (${clipModel})`, embedded) : null}
      {clipAdvice && (
        <p className={classes.advice}>
          {(clip === 'MISSING' || clip === 'BROKEN') && <b>{lacking(clip, clipModel)}</b>} {clipAdvice}
        </p>
      )}
    </WorkPanel>
  )
}
