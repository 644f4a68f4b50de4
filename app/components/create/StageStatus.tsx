import { Loader } from '@mantine/core'
import { recognisedMatch } from '../../create/scene'
import type { PictureView } from '../../hooks/usePicture'
import type { PlainAnalysis } from '../../hooks/usePlainAnalysis'
import classes from './StageStatus.module.css'

interface Doing {
  readonly text: string
  readonly fraction: number | null
}

function doing({ uploadFraction, job, analysis, template, problem }: PictureView, plain: PlainAnalysis): Doing | null {
  if (problem || template) return null
  if (plain.job?.state === 'RUNNING') return { text: 'Wiping the old words off', fraction: plain.job.fraction }
  if (uploadFraction !== null) {
    return { text: `Sending the picture: ${Math.round(uploadFraction * 100)} %`, fraction: uploadFraction }
  }
  if (!job) return { text: 'Getting ready', fraction: null }
  if (job.state === 'QUEUED') {
    const before = job.queuePosition ?? 0
    return { text: before > 0 ? `Waiting in line, ${before} before it` : 'Waiting for a free hand', fraction: null }
  }
  if (job.state !== 'RUNNING') return null
  if (analysis?.matches) {
    const text = recognisedMatch(analysis) ? 'Putting back what was under the words' : 'Wiping the old words off'
    return { text, fraction: job.fraction }
  }
  return { text: job.stageText ?? 'Looking at the picture', fraction: job.fraction }
}

interface StageStatusProps {
  readonly picture: PictureView
  /** The picture once more, as if no template were known. */
  readonly plain: PlainAnalysis
}

/** What happens to the picture before anything is asked of the person: sending, reading. */
export function StageStatus({ picture, plain }: StageStatusProps) {
  const now = doing(picture, plain)
  if (!now) return null
  const reconnecting = picture.connection === 'polling'
  return (
    <div className={classes.status}>
      <Loader size={16} color="var(--zap)" />
      <span>
        {now.text}
        {reconnecting && ' · reconnecting'}
      </span>
      {now.fraction !== null && <i style={{ scale: `${now.fraction} 1` }} aria-hidden="true" />}
    </div>
  )
}
