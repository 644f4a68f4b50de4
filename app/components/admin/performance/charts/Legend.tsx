import { useId } from 'react'
import type { ChartSeries } from './chartSeries'
import classes from './Legend.module.css'
import { Stripes } from './Stripes'

interface LegendProps {
  readonly series: readonly ChartSeries[]
  readonly bars: boolean
}

/** Which line, or bar, is which: each as it looks in the chart. */
export function Legend({ series, bars }: LegendProps) {
  const id = useId()
  return (
    <ul className={classes.legend}>
      {series.map(({ name, label, color, dash, striped }) => (
        <li key={name}>
          <svg width={26} height={12} aria-hidden="true">
            {striped && (
              <defs>
                <Stripes id={`${id}-${name}`} color={color} />
              </defs>
            )}
            {bars ? (
              <rect x={6} width={14} height={12} rx={3} fill={striped ? `url(#${id}-${name})` : color} />
            ) : (
              <line x1={1} x2={25} y1={6} y2={6} stroke={color} strokeWidth={2.5} strokeDasharray={dash} />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
