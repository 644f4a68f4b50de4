import { IconMoonStars, IconPlant2 } from '@tabler/icons-react'
import type { ServiceNow } from '../../hooks/useServiceStatus'
import classes from './WorkerNotice.module.css'

const notices = {
  WARMING: { Icon: IconPlant2, text: 'The picture worker is warming up. Your picture waits a few seconds for it.' },
  AWAY: {
    Icon: IconMoonStars,
    text: 'The picture worker is away just now. Go on typing: your picture keeps its place in line and goes on when it is back.',
  },
  OCR: {
    Icon: IconMoonStars,
    text: 'Nobody reads the words on pictures just now. Your picture waits for a minute; templates work as ever.',
  },
  INPAINT: {
    Icon: IconMoonStars,
    text: 'Nobody takes old words off pictures just now. A picture with words waits for a minute; templates work as ever.',
  },
} as const

/** Which notice there is; none while all goes well. */
function noticeOf({ worker, missing }: ServiceNow) {
  if (worker !== 'READY') return notices[worker]
  if (missing.includes('OCR')) return notices.OCR
  return missing.includes('INPAINT') ? notices.INPAINT : null
}

/** Says why nothing moves, when nobody works on pictures. */
export function WorkerNotice({ service }: { readonly service: ServiceNow | null }) {
  const notice = service && noticeOf(service)
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
