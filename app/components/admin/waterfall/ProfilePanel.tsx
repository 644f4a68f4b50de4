'use client'

import { Button } from '@mantine/core'
import { IconFlame } from '@tabler/icons-react'
import { useState } from 'react'
import { type PlainProblem, problemOf } from '../../../client/problem'
import { request } from '../../../client/request'
import { ProfileNextJob } from '../../../client/waterfallDocuments'
import type { JobWaterfallQuery } from '../../../generated/graphql'
import { Trouble } from '../parts/Trouble'
import page from '../performance/Performance.module.css'
import { Panel } from '../performance/parts/Panel'
import classes from './Waterfall.module.css'

type Profiles = NonNullable<JobWaterfallQuery['jobPerformance']>['profiles']

const threadTitle = (thread: string): string =>
  thread === 'main' ? 'Main thread' : `Thread ${thread.replace(/^thread/, '')} (models and pictures)`

/** A job's CPU profiles, and the way to get one of the next job. */
export function ProfilePanel({ profiles }: { readonly profiles: Profiles }) {
  const [asked, setAsked] = useState<'not' | 'asking' | 'asked'>('not')
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const ask = async () => {
    setAsked('asking')
    setProblem(null)
    try {
      const { profileNextJob: answer } = await request(ProfileNextJob, {})
      if (answer.__typename === 'ProfileAsked') return setAsked('asked')
      setProblem(answer)
    } catch (error) {
      setProblem(problemOf(error))
    }
    setAsked('not')
  }
  return (
    <Panel
      title="CPU profile"
      about="Which functions took the processor's time, one file for each thread of the worker."
      actions={
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconFlame size={16} aria-hidden="true" />}
          loading={asked === 'asking'}
          disabled={asked === 'asked'}
          onClick={ask}
        >
          Profile the next job
        </Button>
      }
    >
      {problem && <Trouble problem={problem} />}
      <div role="status">
        {asked === 'asked' ? (
          <p className={page.note}>
            The next job that a worker takes will be profiled. Its files are on its own page then.
          </p>
        ) : (
          profiles.length === 0 && (
            <p className={page.note}>This job was not profiled, or its files are gone: they are kept for a day.</p>
          )
        )}
      </div>
      {profiles.length > 0 && (
        <>
          <ul className={classes.threads}>
            {profiles.map(({ thread, url }) => (
              <li key={thread}>
                <a className={page.link} href={url} download>
                  {threadTitle(thread)}
                </a>
              </li>
            ))}
          </ul>
          <p className={page.note}>
            To open one: download it, press F12 in Chrome or Edge, choose the tab “Performance”, then “Load profile…”.
            In Firefox drop it on profiler.firefox.com.
          </p>
        </>
      )}
    </Panel>
  )
}
