'use client'

import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { downloadMemes } from '../../client/pictureFile'
import { type PlainProblem, problemOf } from '../../client/problem'
import type { BatchItemView } from '../../hooks/useBatch'
import { ProblemNote } from '../create/ProblemNote'
import classes from './ManyView.module.css'

interface DownloadAllProps {
  readonly items: readonly BatchItemView[]
  /** What the archive is called. */
  readonly name: string
}

/** Saves all memes of a batch that are there as one archive. */
export function DownloadAll({ items, name }: DownloadAllProps) {
  const [packing, setPacking] = useState(false)
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const memes = items.flatMap(({ index, meme }) => (meme ? [[index + 1, meme] as const] : []))
  const download = async () => {
    setPacking(true)
    setProblem(null)
    try {
      await downloadMemes(memes, name)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setPacking(false)
    }
  }
  if (memes.length === 0) return null
  return (
    <div className={classes.all}>
      <Button variant="default" leftSection={<IconDownload size={18} />} loading={packing} onClick={download}>
        Download all as .zip
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </div>
  )
}
