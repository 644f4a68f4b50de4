import Link from 'next/link'
import { confidenceText } from '../../create/confidenceText'
import type { Match } from '../../create/matches'
import { pictureOf } from '../../create/scene'
import classes from './Recognition.module.css'

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

interface RecognisedLineProps {
  readonly match: Match
  readonly ignored: boolean
  /** What becomes of the words, in a sentence. */
  readonly children: string
}

/** “Recognised: …”, as calm as any other line about the picture. */
export function RecognisedLine({ match, ignored, children }: RecognisedLineProps) {
  const { template, name, style, confidence, flipped } = match
  return (
    <div className={classes.line}>
      {template && (
        // biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front
        <img src={pictureOf(template, style).thumbnail.url} alt="" width={52} height={52} />
      )}
      <div>
        <b>
          {ignored ? 'Ignored' : 'Recognised'}:{' '}
          {template ? <Link href={`/templates/${template.slug}`}>{name}</Link> : name}
        </b>
        <span>{`${capital(confidenceText(confidence))}${flipped ? ', mirrored' : ''}. ${children}`}</span>
      </div>
    </div>
  )
}
