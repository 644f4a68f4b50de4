import { IconBolt } from '@tabler/icons-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { MemeFieldsFragment } from '../../generated/graphql'
import { DownloadButtons } from './DownloadButtons'
import { MemeActions } from './MemeActions'
import { MemeBoard } from './MemeBoard'
import classes from './ResultView.module.css'
import { WhatWasDone } from './WhatWasDone'

interface MemePageProps {
  readonly meme: MemeFieldsFragment
  /** What else its visitor may do. */
  readonly children?: ReactNode
}

/** A meme on its own page, for everybody with the link. */
export function MemePage({ meme, children }: MemePageProps) {
  const words = meme.captions.filter((caption) => caption.trim() !== '').join(' / ')
  return (
    <div className={classes.view}>
      <MemeBoard meme={meme} before={meme.before} />
      <section className={classes.panel} aria-label="This meme">
        <h1 className={classes.words} dir="auto">
          {words || 'A meme without words'}
        </h1>
        <DownloadButtons meme={meme} />
        <MemeActions meme={meme} />
        <Link href="/" className={classes.own}>
          <IconBolt size={19} fill="currentColor" aria-hidden="true" />
          Make your own
        </Link>
        <hr />
        <WhatWasDone meme={meme} />
        {children}
      </section>
    </div>
  )
}
