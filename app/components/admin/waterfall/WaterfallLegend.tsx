import classes from './Waterfall.module.css'

const kinds = [
  { kind: 'queued', words: 'waiting: in the queue, or in line for a thread or memory' },
  { kind: 'worked', words: 'working' },
] as const
const failure = { kind: 'failed', words: 'failed' } as const

interface WaterfallLegendProps {
  /** Whether something failed. */
  readonly failed: boolean
}

/** What the bars mean. */
export const WaterfallLegend = ({ failed }: WaterfallLegendProps) => (
  <ul className={classes.legend}>
    {(failed ? [...kinds, failure] : kinds).map(({ kind, words }) => (
      <li key={kind}>
        <span className={classes.swatch} aria-hidden="true">
          <span className={classes.bar} data-kind={kind} />
        </span>
        {words}
      </li>
    ))}
  </ul>
)
