import { Progress } from '@mantine/core'
import type { CurationWorkQuery } from '../../../generated/graphql'
import { WorkPanel } from './WorkPanel'
import classes from './WorkPanel.module.css'

interface VectorsPanelProps {
  readonly vectors: CurationWorkQuery['curation']['vectors']
}

const lacking = {
  MISSING: (model: string) => `Nothing is found by meaning: the files of ${model} are not here. Search goes by words.`,
  BROKEN: (model: string) => `Nothing is found by meaning: the files of ${model} cannot be used. Search goes by words.`,
  UNKNOWN: (model: string) => `No worker is there to tell whether ${model} runs.`,
} as const

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
      {clip !== 'READY' && (
        <p className={classes.advice}>
          <b>{lacking[clip](clipModel)}</b> {clipAdvice && `What to do: ${clipAdvice}.`}
        </p>
      )}
    </WorkPanel>
  )
}
