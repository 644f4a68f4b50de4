'use client'

import { Button } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { LiveView } from '../../../../hooks/useLivePerformance'
import { sayTimeOfDay } from '../../../../performance/sayMoment'
import classes from './LiveSign.module.css'

const words: Readonly<Record<LiveView<unknown>['state'], string>> = {
  live: 'Live',
  polling: 'Live connection cut: asking again and again',
  away: 'No answer: trying again',
  paused: 'Paused',
  still: 'A time that is over: nothing changes',
}

interface LiveSignProps {
  readonly state: LiveView<unknown>['state']
  /** When the figures shown were read; null before there are any. */
  readonly at: string | null
  readonly paused: boolean
  readonly onPaused: (paused: boolean) => void
}

/** Whether what is shown is of this moment, and the switch to hold it still. */
export function LiveSign({ state, at, paused, onPaused }: LiveSignProps) {
  // The server does not know this browser's clock.
  const [time, setTime] = useState('')
  useEffect(() => setTime(at ? sayTimeOfDay(at) : ''), [at])
  return (
    <div className={classes.live}>
      <p className={classes.state} data-state={state} role="status">
        <span className={classes.dot} aria-hidden="true" />
        {words[state]}
      </p>
      {time && <span className={classes.at}>as of {time}</span>}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={
          paused ? (
            <IconPlayerPlayFilled size={13} aria-hidden="true" />
          ) : (
            <IconPlayerPauseFilled size={13} aria-hidden="true" />
          )
        }
        onClick={() => onPaused(!paused)}
      >
        {paused ? 'Go on' : 'Pause'}
      </Button>
    </div>
  )
}
