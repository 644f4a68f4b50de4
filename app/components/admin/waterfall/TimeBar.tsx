import { placeOn, type TimeScale } from '../../../waterfall/timeScale'
import classes from './Waterfall.module.css'

/** One stretch of time, and what it was. */
export interface Stretch {
  readonly kind: 'queued' | 'waited' | 'worked' | 'failed'
  readonly startMs: number
  readonly lengthMs: number
}

interface TimeBarProps {
  readonly scale: TimeScale
  readonly stretches: readonly Stretch[]
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

/** Where in a job's time something lies. Drawn only: the row says the same in words. */
export const TimeBar = ({ scale, stretches }: TimeBarProps) => (
  <div className={classes.track} aria-hidden="true">
    {scale.ticks.map(({ ms, place }) => (
      <span key={ms} className={classes.line} style={{ left: percent(place) }} />
    ))}
    {stretches.map(({ kind, startMs, lengthMs }) => {
      const place = placeOn(scale, startMs, lengthMs)
      if (!place) return null
      // What is too short to be seen is drawn as a line, which must not fall off the end.
      const left = `min(${percent(place.left)}, 100% - 3px)`
      return <span key={kind} className={classes.bar} data-kind={kind} style={{ left, width: percent(place.width) }} />
    })}
  </div>
)
