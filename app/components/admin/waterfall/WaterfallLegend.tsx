import classes from './Waterfall.module.css'

const kinds = [
  { kind: 'queued', words: 'waiting: in the queue, or in line for a thread or memory' },
  { kind: 'worked', words: 'working' },
  { kind: 'failed', words: 'failed' },
] as const

/** What the bars mean. */
export const WaterfallLegend = () => (
  <ul className={classes.legend}>
    {kinds.map(({ kind, words }) => (
      <li key={kind}>
        <span className={classes.swatch} aria-hidden="true">
          <span className={classes.bar} data-kind={kind} />
        </span>
        {words}
      </li>
    ))}
  </ul>
)
