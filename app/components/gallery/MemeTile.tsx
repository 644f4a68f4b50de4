import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import Link from 'next/link'
import type { CSSProperties } from 'react'
import type { RecentMeme } from '../../hooks/useRecentMemes'
import classes from './MemeTile.module.css'

interface MemeTileProps {
  readonly meme: RecentMeme
  readonly onForget: (id: string) => void
}

/** A thumbnail that leads to its meme, and can be taken off the list. */
export function MemeTile({ meme, onForget }: MemeTileProps) {
  // Very flat or tall ones would spoil the row: they are cropped.
  const ratio = Math.min(2, Math.max(0.6, meme.width / meme.height))
  const words = meme.captions.filter((caption) => caption.trim() !== '').join(' / ')
  return (
    <li className={classes.tile} style={{ '--ratio': ratio } as CSSProperties}>
      <Link href={`/memes/${meme.id}`} className={classes.link}>
        {/* biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front */}
        <img
          src={meme.url}
          alt={words || 'A meme without words'}
          width={meme.width}
          height={meme.height}
          loading="lazy"
          decoding="async"
        />
      </Link>
      <ActionIcon
        className={classes.forget}
        variant="filled"
        color="dark.8"
        radius="xl"
        size={30}
        aria-label={`Take “${words}” off this list`}
        onClick={() => onForget(meme.id)}
      >
        <IconX size={16} />
      </ActionIcon>
    </li>
  )
}
