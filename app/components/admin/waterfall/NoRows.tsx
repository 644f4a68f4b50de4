'use client'

import { Button } from '@mantine/core'
import { IconZzz } from '@tabler/icons-react'
import Link from 'next/link'
import page from '../performance/Performance.module.css'

interface NoRowsProps {
  /** Whether the job itself is still there. */
  readonly known: boolean
}

/** Why there is no waterfall to see, and where to go from here. */
export const NoRows = ({ known }: NoRowsProps) => (
  <section className={page.empty} aria-label="Nothing to show">
    <IconZzz size={34} stroke={1.6} aria-hidden="true" />
    <h2>{known ? 'Its times are not kept any more' : 'Nothing is known of this job'}</h2>
    <p>
      {known
        ? 'Each stage leaves a row, which is deleted after some weeks (monitoring.retention_days); a job that no worker ever took leaves none.'
        : 'Jobs and their times are deleted after some weeks, and a wrong address leads here, too.'}
    </p>
    <Button component={Link} href="/admin/performance" variant="default">
      All of performance
    </Button>
  </section>
)
