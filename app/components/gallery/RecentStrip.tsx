'use client'

import Link from 'next/link'
import { useRecentMemes } from '../../hooks/useRecentMemes'
import { Shelf } from '../shell/Shelf'
import { MemeTile } from './MemeTile'
import classes from './RecentStrip.module.css'

/** The last memes made in this browser; nothing at all before the first one. */
export function RecentStrip() {
  const { memes, forget } = useRecentMemes()
  if (memes.length === 0) return null
  const all = memes.length > 6 && <Link href="/memes">All {memes.length}</Link>
  return (
    <div className={classes.strip}>
      <Shelf id="recent" title="Made in this browser" aside={all}>
        <ul className={classes.row}>
          {memes.slice(0, 6).map((meme) => (
            <MemeTile key={meme.id} meme={meme} onForget={forget} />
          ))}
        </ul>
      </Shelf>
    </div>
  )
}
