'use client'

import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { downloadMeme } from '../../client/pictureFile'
import { type PlainProblem, problemOf } from '../../client/problem'
import type { ImageFormat, MemeFieldsFragment } from '../../generated/graphql'
import { ProblemNote } from '../create/ProblemNote'
import classes from './DownloadButtons.module.css'

interface DownloadButtonsProps {
  readonly meme: MemeFieldsFragment
  /** Makes the same meme in another format; left out where it cannot be. */
  readonly inFormat?: (format: ImageFormat) => Promise<MemeFieldsFragment>
}

const names = { JPEG: 'JPEG', PNG: 'PNG', WEBP: 'WebP' } as const
const formats = ['JPEG', 'PNG', 'WEBP'] as const

/** One button per format; the one that the meme has comes first and at once. */
export function DownloadButtons({ meme, inFormat }: DownloadButtonsProps) {
  const [making, setMaking] = useState<ImageFormat | null>(null)
  const [problem, setProblem] = useState<PlainProblem | null>(null)
  const download = async (format: ImageFormat) => {
    setMaking(format)
    setProblem(null)
    try {
      await downloadMeme(format === meme.format || !inFormat ? meme : await inFormat(format))
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setMaking(null)
    }
  }
  const others = inFormat ? formats.filter((format) => format !== meme.format) : []
  return (
    <div className={classes.downloads}>
      <Button
        size="lg"
        className={classes.main}
        leftSection={<IconDownload size={22} />}
        loading={making === meme.format}
        onClick={() => download(meme.format)}
      >
        Download {names[meme.format]}
      </Button>
      {others.map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={18} />}
          loading={making === format}
          aria-label={`Download ${names[format]}`}
          onClick={() => download(format)}
        >
          {names[format]}
        </Button>
      ))}
      {problem && (
        <div className={classes.problem}>
          <ProblemNote problem={problem} />
        </div>
      )}
    </div>
  )
}
