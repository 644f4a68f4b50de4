import { Loader } from '@mantine/core'
import type { PictureView } from '../../hooks/usePicture'
import classes from './StageStatus.module.css'

function doing({
  uploadFraction,
  job,
  analysis,
  template,
  problem,
}: PictureView): { text: string; fraction: number | null } | null {
  if (problem || template) return null
  if (uploadFraction !== null) {
    return { text: `Sending the picture: ${Math.round(uploadFraction * 100)} %`, fraction: uploadFraction }
  }
  if (!job) return { text: 'Getting ready', fraction: null }
  if (job.state === 'QUEUED') {
    const before = job.queuePosition ?? 0
    return { text: before > 0 ? `Waiting in line, ${before} before it` : 'Waiting for a free hand', fraction: null }
  }
  if (job.state !== 'RUNNING') return null
  if (analysis) return { text: 'Wiping the old words off', fraction: job.fraction }
  return { text: job.stageText ?? 'Looking at the picture', fraction: job.fraction }
}

/** What happens to the picture before anything is asked of the person: sending, reading. */
export function StageStatus({ picture }: { readonly picture: PictureView }) {
  const now = doing(picture)
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
