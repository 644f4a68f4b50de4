import { IconMoonStars, IconPlant2 } from '@tabler/icons-react'
import type { WorkerStatus } from '../../generated/graphql'
import classes from './WorkerNotice.module.css'

const notices = {
  WARMING: { Icon: IconPlant2, text: 'The picture worker is warming up. Your picture waits a few seconds for it.' },
  AWAY: {
    Icon: IconMoonStars,
    text: 'The picture worker is away just now. Go on typing: your picture keeps its place in line and goes on when it is back.',
  },
} as const

/** Says why nothing moves, when nobody works on pictures. */
export function WorkerNotice({ worker }: { readonly worker: WorkerStatus | null }) {
  const notice = worker === null || worker === 'READY' ? null : notices[worker]
  return (
    <div role="status">
      {notice && (
        <p className={classes.notice}>
          <notice.Icon size={20} stroke={1.8} aria-hidden="true" />
          {notice.text}
        </p>
      )}
    </div>
  )
}
