'use client'

import { Button } from '@mantine/core'
import { IconPencil, IconPhotoPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ImageFormat, MemeFieldsFragment } from '../../generated/graphql'
import { useBackTo } from '../../hooks/useBackTo'
import { RecentStrip } from '../gallery/RecentStrip'
import { DownloadButtons } from './DownloadButtons'
import { MemeActions } from './MemeActions'
import { MemeBoard } from './MemeBoard'
import classes from './ResultView.module.css'
import { WhatWasDone } from './WhatWasDone'

interface ResultViewProps {
  readonly meme: MemeFieldsFragment
  readonly before: MemeFieldsFragment['before']
  readonly fromFinishedMeme: boolean
  readonly inFormat: (format: ImageFormat) => Promise<MemeFieldsFragment>
  readonly onChangeWords: () => void
  /** Makes it again as if the template were not known. */
  readonly onWithoutTemplate: () => void
  readonly onNewPicture: () => void
}

/** The finished meme, everything to do with it, and what was done. */
export function ResultView(props: ResultViewProps) {
  const { meme, before, fromFinishedMeme, inFormat, onChangeWords, onWithoutTemplate, onNewPicture } = props
  const back = useBackTo(onChangeWords)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  return (
    <>
      <div className={classes.view}>
        <MemeBoard meme={meme} before={before} />
        <section className={classes.panel} aria-label="Your meme">
          <h1 ref={heading} tabIndex={-1} className={classes.title}>
            There it is.
          </h1>
          <DownloadButtons meme={meme} inFormat={inFormat} />
          <MemeActions meme={meme} />
          <div className={classes.next}>
            <Button variant="default" leftSection={<IconPencil size={18} />} onClick={back}>
              Change words
            </Button>
            <Button variant="default" leftSection={<IconPhotoPlus size={18} />} onClick={onNewPicture}>
              New picture
            </Button>
          </div>
          <hr />
          <WhatWasDone meme={meme} fromFinishedMeme={fromFinishedMeme} onWithoutTemplate={onWithoutTemplate} />
        </section>
      </div>
      <div className={classes.recent}>
        <RecentStrip />
      </div>
    </>
  )
}
