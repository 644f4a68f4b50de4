'use client'

import { VisuallyHidden } from '@mantine/core'
import { useElementSize, useViewportSize } from '@mantine/hooks'
import dynamic from 'next/dynamic'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { boxWords } from '../../../curate/boxWords'
import { keyedBox } from '../../../curate/geometry/keyedBox'
import type { SetWords } from '../../../curate/planBoxes'
import { type BoxEditing, boxPxOf } from '../../../hooks/useBoxEditing'
import classes from './BoxBoard.module.css'

const BoxStage = dynamic(() => import('./BoxStage'), { ssr: false })

interface BoxBoardProps {
  readonly editing: BoxEditing
  readonly words: readonly SetWords[]
  readonly url: string
  readonly alt: string
  /** Over the picture: what watches fonts. */
  readonly children?: ReactNode
}

const marginPx = 34
/** Of the window: the rest is for tools above and what is below. */
const roomShare = { wide: 0.68, narrow: 0.5 }
/** Tiny pictures are not blown up further. */
const largestScale = 3

/** The picture with its boxes. All that a hand can do here, keys can, too. */
export function BoxBoard({ editing, words, url, alt, children }: BoxBoardProps) {
  const { boxes, picture, selected, hand, select, place, act, duplicate, grab } = editing
  const { ref, width: roomPx } = useElementSize()
  const view = useViewportSize()
  const hint = useId()
  const share = view.width > 900 ? roomShare.wide : roomShare.narrow
  const heightPx = Math.max(240, view.height * share)
  const scale = Math.max(
    0,
    Math.min((roomPx - 2 * marginPx) / picture.width, (heightPx - 2 * marginPx) / picture.height, largestScale),
  )
  const index = boxes.findIndex(({ id }) => id === selected)
  const box = selected && boxPxOf(editing, selected)

  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Tab') {
      // Past the last box, and before the first, the page goes on.
      const next = boxes[index + (event.shiftKey ? -1 : 1)]
      if (!next) return
      event.preventDefault()
      return select(next.id)
    }
    if (!selected || !box) return
    const command = event.ctrlKey || event.metaKey
    if (command && event.key.toLowerCase() === 'd') {
      event.preventDefault()
      return duplicate(selected)
    }
    if (command) return
    if (event.key === 'Escape') return select(null)
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      select(boxes[index + 1]?.id ?? boxes[index - 1]?.id ?? null)
      return act({ kind: 'delete', id: selected })
    }
    const next = keyedBox(box, event, picture)
    if (!next) return
    // Alt with an arrow would leave the page.
    event.preventDefault()
    place(selected, next, `keys ${selected}`)
  }

  return (
    <div className={classes.board} ref={ref}>
      <div
        className={classes.sheet}
        role="application"
        aria-label="Boxes on the picture"
        aria-describedby={hint}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        onKeyDown={pressed}
        onFocus={(event) => {
          if (!selected && event.currentTarget.matches(':focus-visible')) select(boxes[0]?.id ?? null)
        }}
        data-measured={scale > 0}
        style={
          scale > 0
            ? { width: picture.width * scale + 2 * marginPx, height: picture.height * scale + 2 * marginPx }
            : { aspectRatio: picture.width / picture.height }
        }
      >
        {/* biome-ignore lint/performance/noImgElement: content-addressed and cached for ever; no optimiser in front */}
        <img
          src={url}
          alt={alt}
          draggable={false}
          style={{ left: marginPx, top: marginPx, width: picture.width * scale, height: picture.height * scale }}
        />
        {children}
        {scale > 0 && (
          <div className={classes.stage}>
            <BoxStage
              picture={picture}
              boxes={boxes}
              words={words}
              selected={selected}
              hand={hand}
              scale={scale}
              marginPx={marginPx}
              onSelect={select}
              onGrab={grab}
            />
          </div>
        )}
      </div>
      <VisuallyHidden id={hint}>
        Tab goes from box to box. Arrow keys move the box, with Alt they resize it, brackets turn it; Shift makes larger
        steps. Control D copies it, Delete removes it.
      </VisuallyHidden>
      <VisuallyHidden aria-live="polite">
        {box && hand === null && boxWords(box, index + 1, boxes.length, boxes[index]?.example ?? '')}
      </VisuallyHidden>
    </div>
  )
}
