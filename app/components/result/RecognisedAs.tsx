import { Button } from '@mantine/core'
import Link from 'next/link'
import { confidenceText } from '../../create/confidenceText'
import type { MemeFieldsFragment } from '../../generated/graphql'
import classes from './WhatWasDone.module.css'

interface RecognisedAsProps {
  readonly report: MemeFieldsFragment['report']
  /** Makes it again without the template; left out where it cannot be. */
  readonly onWithout?: () => void
}

/** Which template the picture was taken for, and the way out. */
export function RecognisedAs({ report: { recognition, matches }, onWithout }: RecognisedAsProps) {
  if (!recognition) return null
  const { name, template } = recognition
  const confidence = matches[0]?.confidence
  return (
    <div className={classes.recognised}>
      {template && (
        // biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front
        <img src={template.thumbnail.url} alt="" width={56} height={56} />
      )}
      <p>
        Recognised: {template ? <Link href={`/templates/${template.slug}`}>{name}</Link> : <b>{name}</b>}
        {confidence !== undefined && <span className={classes.sure}>{` (${confidenceText(confidence)})`}</span>}
      </p>
      {onWithout && (
        <Button variant="default" size="compact-sm" onClick={onWithout}>
          Not that? Make it again without
        </Button>
      )}
    </div>
  )
}
