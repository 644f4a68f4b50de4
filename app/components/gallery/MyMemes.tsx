'use client'

import { Button } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import Link from 'next/link'
import { useRecentMemes } from '../../hooks/useRecentMemes'
import { useStillThere } from '../../hooks/useStillThere'
import { MemeTile } from './MemeTile'
import classes from './MyMemes.module.css'

/** All memes made in this browser that the server still has. */
export function MyMemes() {
  const { memes, forget } = useRecentMemes()
  const there = useStillThere(memes)
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>My memes</h1>
        <p>
          {there.length === 0
            ? 'What you make is listed here, for this browser only.'
            : 'Made in this browser, and listed only here.'}
        </p>
      </div>
      {there.length > 0 ? (
        <ul className={classes.grid}>
          {there.map((meme) => (
            <MemeTile key={meme.id} meme={meme} onForget={forget} />
          ))}
        </ul>
      ) : (
        <div className={classes.empty}>
          <p>No memes yet. The first one takes a minute.</p>
          <Button component={Link} href="/" size="lg" leftSection={<IconBolt size={22} fill="currentColor" />}>
            Make one
          </Button>
        </div>
      )}
    </div>
  )
}
