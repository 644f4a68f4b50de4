'use client'

import { Button } from '@mantine/core'
import { IconPhotoPlus, IconSparkles } from '@tabler/icons-react'
import { useState } from 'react'
import type { PlainProblem } from '../../client/problem'
import { drawSample } from '../../create/drawSample'
import { RecentStrip } from '../gallery/RecentStrip'
import { TemplateStrip } from '../templates/TemplateStrip'
import { FileButton } from './FileButton'
import { ModKey } from './ModKey'
import { ProblemNote } from './ProblemNote'
import { SampleDemo } from './SampleDemo'
import classes from './StartView.module.css'
import { UrlForm } from './UrlForm'

interface StartViewProps {
  readonly problem: PlainProblem | null
  readonly onFiles: (files: readonly File[]) => void
  readonly onUrl: (url: string) => void
  readonly onTemplate: (slug: string) => void
}

/** The page before there is a picture: what happens here, in one line, and every way to bring one. */
export function StartView({ problem, onFiles, onUrl, onTemplate }: StartViewProps) {
  const [drawing, setDrawing] = useState(false)
  const trySample = async () => {
    setDrawing(true)
    onFiles([await drawSample()])
  }
  return (
    <div className={classes.page}>
      <section className={classes.hero}>
        <div>
          <h1 className={classes.title}>
            Same meme. <mark>Your words.</mark>
          </h1>
          <p className={classes.lead}>
            Drop a meme: its words are found, wiped off, and yours are lettered in their place.
          </p>
          <div className={classes.drop}>
            <div className={classes.dropTop}>
              <FileButton
                size="lg"
                className={classes.choose}
                leftSection={<IconPhotoPlus size={22} />}
                onFiles={onFiles}
              >
                Choose a picture
              </FileButton>
              <p className={classes.ways}>
                or <span className={classes.mouse}>drop it anywhere, or</span> paste it{' '}
                <span className={classes.mouse}>
                  <ModKey /> <kbd>V</kbd>
                </span>
              </p>
            </div>
            {problem && <ProblemNote problem={problem} />}
            <UrlForm onUrl={onUrl} />
          </div>
          <p className={classes.sample}>
            No picture at hand?{' '}
            <Button
              variant="default"
              size="compact-md"
              leftSection={<IconSparkles size={17} />}
              loading={drawing}
              onClick={trySample}
            >
              Try with an example
            </Button>
          </p>
        </div>
        <div className={classes.art}>
          <SampleDemo />
        </div>
      </section>
      <TemplateStrip onTemplate={onTemplate} />
      <RecentStrip />
    </div>
  )
}
