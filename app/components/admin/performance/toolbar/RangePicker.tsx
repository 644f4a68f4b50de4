'use client'

import { useMounted } from '@mantine/hooks'
import { useState } from 'react'
import { type PerformanceAsked, ranges } from '../../../../performance/asked'
import { OwnRangeForm } from './OwnRangeForm'
import classes from './Toolbar.module.css'

interface RangePickerProps {
  readonly range: PerformanceAsked['range']
  readonly onRange: (range: PerformanceAsked['range']) => void
}

/** Which time is looked at: one of the usual ones, or one of one's own. */
export function RangePicker({ range, onRange }: RangePickerProps) {
  const own = typeof range !== 'string'
  const [asking, setAsking] = useState(own)
  const open = asking || own
  // The server does not know this browser's clock.
  const mounted = useMounted()
  return (
    <>
      <fieldset className={classes.ranges} aria-label="Time">
        {ranges.map(({ name, label, words }) => (
          <button
            key={name}
            type="button"
            className={classes.range}
            aria-pressed={range === name}
            title={words}
            onClick={() => {
              setAsking(false)
              onRange(name)
            }}
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          className={classes.range}
          aria-pressed={own}
          aria-expanded={open}
          onClick={() => setAsking(!asking)}
        >
          From – to
        </button>
      </fieldset>
      {open && mounted && <OwnRangeForm key={JSON.stringify(range)} range={own ? range : null} onRange={onRange} />}
    </>
  )
}
