'use client'

import { useCallback, useMemo, useState } from 'react'
import { type BoxPx, toPx } from '#core/box'
import { type BoxesChange, changeBoxes, type EditedBox, sameBox, stepOf, storedBox } from '../curate/editedBox'
import type { Gesture } from '../curate/geometry/gesture'
import type { Size } from '../curate/geometry/moveBox'
import { newPlace } from '../curate/newPlace'
import { type Ground, type HandAtWork, useBoxGesture } from './useBoxGesture'

/** The boxes of a template and the ways to change them. */
export interface BoxEditing {
  /** As they are now, also while one is in a hand. */
  readonly boxes: readonly EditedBox[]
  readonly picture: Size
  readonly selected: string | null
  readonly snap: boolean
  readonly hand: HandAtWork | null
  readonly select: (id: string | null) => void
  readonly setSnap: (snap: boolean) => void
  /** @param step changes of the same step in a row are undone together */
  readonly act: (change: BoxesChange, step?: string | null) => void
  /** A new box where there is room for one. */
  readonly add: () => void
  readonly duplicate: (id: string) => void
  readonly place: (id: string, box: BoxPx, step?: string | null) => void
  readonly grab: (id: string | null, gesture: Gesture, ground: Ground, pointerId: number) => void
}

interface BoxesOfTemplate {
  readonly boxes: readonly EditedBox[]
  readonly picture: Size
  readonly onBoxes: (boxes: readonly EditedBox[], step: string | null) => void
}

/** Which box is chosen, and what is done with it. A gesture is one step, however long it takes. */
export function useBoxEditing({ boxes, picture, onBoxes }: BoxesOfTemplate): BoxEditing {
  const [chosen, select] = useState<string | null>(null)
  const [snap, setSnap] = useState(true)
  const selected = boxes.some(({ id }) => id === chosen) ? chosen : null
  const act = useCallback(
    (change: BoxesChange, step: string | null = stepOf(change)) => onBoxes(changeBoxes(boxes, change), step),
    [boxes, onBoxes],
  )
  const place = (id: string, box: BoxPx, step: string | null = null) => {
    const next = storedBox(box, picture)
    // A box that was only held has not changed: there is nothing to undo.
    const before = boxes.find((one) => one.id === id)?.box
    if (!before || !sameBox(before, next)) act({ kind: 'place', id, box: next }, step)
  }
  const make = (change: (id: string) => BoxesChange) => {
    const id = crypto.randomUUID()
    act(change(id))
    select(id)
  }
  const { hand, grab } = useBoxGesture({
    picture,
    boxes,
    snap,
    onDone: (id, box) =>
      id === null ? make((made) => ({ kind: 'add', id: made, box: storedBox(box, picture) })) : place(id, box),
  })
  const shown = useMemo(
    () => (hand?.id ? changeBoxes(boxes, { kind: 'place', id: hand.id, box: storedBox(hand.box, picture) }) : boxes),
    [boxes, hand, picture],
  )
  return {
    boxes: shown,
    picture,
    selected,
    snap,
    hand,
    select,
    setSnap,
    act,
    add: () => make((id) => ({ kind: 'add', id, box: newPlace(boxes.map(({ box }) => box)) })),
    duplicate: (from) => make((as) => ({ kind: 'duplicate', id: from, as })),
    place,
    grab,
  }
}

/** A box in pixels of its picture. */
export const boxPxOf = ({ boxes, picture }: Pick<BoxEditing, 'boxes' | 'picture'>, id: string): BoxPx | null => {
  const found = boxes.find((box) => box.id === id)
  return found ? toPx(found.box, picture.width, picture.height) : null
}
