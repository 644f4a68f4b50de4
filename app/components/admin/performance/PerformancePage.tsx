'use client'

import { useDocumentVisibility } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import {
  PerformanceFigures,
  PerformanceFiguresUpdates,
  PerformanceHealth,
  PerformanceHealthUpdates,
} from '../../../client/performanceDocuments'
import { unreachable } from '../../../client/problem'
import type { HealthFieldsFragment, PerformanceFieldsFragment } from '../../../generated/graphql'
import { useLivePerformance } from '../../../hooks/useLivePerformance'
import { usePerformanceAsked } from '../../../hooks/usePerformanceAsked'
import { everySeconds, figuresVariables, goesOn } from '../../../performance/asked'
import { healthOf } from '../../../performance/health'
import { Trouble } from '../parts/Trouble'
import { Figures } from './Figures'
import classes from './Performance.module.css'
import { ActiveAlerts } from './panels/ActiveAlerts'
import { HealthBanner } from './panels/HealthBanner'
import { LiveSign } from './toolbar/LiveSign'
import { Toolbar } from './toolbar/Toolbar'

interface PerformancePageProps {
  /** Of what the address asks for; null when they could not be read. */
  readonly first: PerformanceFieldsFragment | null
  readonly firstHealth: HealthFieldsFragment | null
}

const healthQuestion = {
  query: PerformanceHealth,
  variables: {},
  subscription: PerformanceHealthUpdates,
  subscriptionVariables: {},
  everySeconds: 5,
}

/** How fast and how well everything works: is it healthy, and where does the time go. */
export function PerformancePage({ first, firstHealth }: PerformancePageProps) {
  const [asked, ask] = usePerformanceAsked()
  const [paused, setPaused] = useState(false)
  const hidden = useDocumentVisibility() === 'hidden'
  const question = useMemo(() => {
    const variables = figuresVariables(asked)
    const seconds = everySeconds(asked)
    return {
      query: PerformanceFigures,
      variables,
      subscription: PerformanceFiguresUpdates,
      subscriptionVariables: { ...variables, everySeconds: seconds },
      everySeconds: seconds,
    }
  }, [asked])
  const figures = useLivePerformance(question, paused || hidden ? 'paused' : goesOn(asked) ? 'on' : 'once', first)
  // Figures can be held still; a verdict that is held still would be none.
  const health = useLivePerformance(healthQuestion, hidden ? 'paused' : 'on', firstHealth)
  const judged = useMemo(
    () => healthOf(health.answer, health.state === 'away' ? (health.problem ?? unreachable) : null),
    [health.answer, health.state, health.problem],
  )
  const problem = figures.problem ?? health.problem
  const router = useRouter()
  const signedOut = problem?.code === 'NOT_SIGNED_IN'
  // The server then answers this address with the sign-in, and after that with this page.
  useEffect(() => {
    if (signedOut) router.refresh()
  }, [signedOut, router])
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>Performance</h1>
        <LiveSign
          state={figures.state === 'still' && health.state !== 'live' ? health.state : figures.state}
          at={figures.answer?.at ?? null}
          paused={paused}
          onPaused={setPaused}
        />
      </div>
      <HealthBanner health={judged} />
      {health.answer && <ActiveAlerts alerts={health.answer.alerts.active} at={health.answer.at} />}
      {problem && <Trouble problem={problem} />}
      <Toolbar asked={asked} ask={ask} choices={figures.answer?.choices ?? null} />
      {figures.answer && (
        <Figures answer={figures.answer} stale={figures.stale} health={health.answer} asked={asked} ask={ask} />
      )}
    </div>
  )
}
