'use client'

import Link from 'next/link'
import { useRecentMemes } from '../../hooks/useRecentMemes'
import { MemeTile } from './MemeTile'
import classes from './RecentStrip.module.css'

/** The last memes made in this browser; nothing at all before the first one. */
export function RecentStrip() {
  const { memes, forget } = useRecentMemes()
  if (memes.length === 0) return null
  return (
    <section className={classes.strip} aria-labelledby="recent">
      <div className={classes.head}>
        <h2 id="recent">Made in this browser</h2>
        {memes.length > 6 && <Link href="/memes">All {memes.length}</Link>}
      </div>
      <ul className={classes.row}>
        {memes.slice(0, 6).map((meme) => (
          <MemeTile key={meme.id} meme={meme} onForget={forget} />
        ))}
      </ul>
    </section>
  )
}
