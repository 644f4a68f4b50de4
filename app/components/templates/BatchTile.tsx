import { IconAlertTriangle } from '@tabler/icons-react'
import Link from 'next/link'
import type { CSSProperties } from 'react'
import type { BatchItemView } from '../../hooks/useBatch'
import classes from './ManyView.module.css'

interface BatchTileProps {
  readonly item: BatchItemView
  /** Width by height of what it is going to be. */
  readonly ratio: number
}

/** One meme of a batch: a place that waits, the meme, or why there is none. */
export function BatchTile({ item: { index, job, meme, problem }, ratio }: BatchTileProps) {
  const style = { '--ratio': meme ? meme.width / meme.height : ratio } as CSSProperties
  if (meme) {
    const words = meme.captions.filter((caption) => caption.trim() !== '').join(' / ')
    return (
      <li className={classes.tile} style={style}>
        <Link href={`/memes/${meme.id}`}>
          {/* biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front */}
          <img src={meme.url} alt={words} width={meme.width} height={meme.height} loading="lazy" decoding="async" />
        </Link>
      </li>
    )
  }
  return (
    <li className={classes.tile} style={style} data-failed={problem ? true : undefined}>
      <div>
        <b className={classes.number}>{index + 1}</b>
        {problem ? (
          <p>
            <IconAlertTriangle size={18} aria-hidden="true" /> {problem.message}
          </p>
        ) : (
          <p>{job?.state === 'RUNNING' ? (job.stageText ?? 'Begun') : 'Waits'}</p>
        )}
      </div>
    </li>
  )
}
