'use client'

import { useState } from 'react'
import { sameShape } from '../../create/sameShape'
import classes from './BeforeAfter.module.css'

interface Shown {
  readonly url: string
  readonly width: number
  readonly height: number
}

interface BeforeAfterProps {
  readonly before: Shown | null
  readonly after: Shown
  readonly alt: string
}

/**
 * The meme over the picture as it came, with a line between them to drag. The line is a range input: arrow keys, Home and
 * End, touch and screen readers come with it. A picture that a bar has made larger has no line; a button shows the other.
 */
export function BeforeAfter({ before, after, alt }: BeforeAfterProps) {
  const [share, setShare] = useState(0)
  const [moved, setMoved] = useState(false)
  const same = before !== null && sameShape(before, after)
  return (
    <div
      className={classes.frame}
      style={{ '--ratio': after.width / after.height, '--share': `${share}%` } as React.CSSProperties}
      data-moved={moved || undefined}
    >
      {/* biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front */}
      <img src={after.url} alt={alt} width={after.width} height={after.height} />
      {before && !same && (
        <>
          {/* biome-ignore lint/performance/noImgElement: as above */}
          {share > 0 && <img src={before.url} alt="As it came" className={classes.instead} />}
          <button
            type="button"
            className={classes.swap}
            aria-pressed={share > 0}
            onClick={() => setShare(share > 0 ? 0 : 100)}
          >
            Before
          </button>
        </>
      )}
      {same && (
        <>
          {/* biome-ignore lint/performance/noImgElement: as above */}
          <img src={before.url} alt="" className={classes.before} width={before.width} height={before.height} />
          <span className={classes.line} aria-hidden="true">
            <i>‹ ›</i>
          </span>
          <span className={classes.tag} data-side="before" aria-hidden="true">
            Before
          </span>
          <input
            type="range"
            min={0}
            max={100}
            value={share}
            className={classes.range}
            aria-label="How much of the picture before is shown"
            aria-valuetext={`${share} percent before`}
            onChange={(event) => {
              setShare(Number(event.currentTarget.value))
              setMoved(true)
            }}
          />
        </>
      )}
    </div>
  )
}
