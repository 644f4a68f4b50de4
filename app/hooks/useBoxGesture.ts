'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type BoxPx, toPx } from '#core/box'
import type { EditedBox } from '../curate/editedBox'
import { type Gesture, gestureBox } from '../curate/geometry/gesture'
import type { Size } from '../curate/geometry/moveBox'
import type { Point } from '../curate/geometry/point'
import type { Guide } from '../curate/geometry/snap'

/** What a hand is doing just now. */
export interface HandAtWork {
  /** The box it has hold of; null while it draws a new one. */
  readonly id: string | null
  readonly box: BoxPx
  readonly guides: readonly Guide[]
}

/** Where the picture lies on the screen. */
export interface Ground {
  /** A place of the window, in CSS pixels, as one of the picture. */
  readonly toPicture: (clientX: number, clientY: number) => Point
  /** CSS pixels per pixel of the picture. */
  readonly scale: number
}

interface BoxGestures {
  readonly picture: Size
  readonly boxes: readonly EditedBox[]
  readonly snap: boolean
  readonly onDone: (id: string | null, box: BoxPx) => void
}

/** How near to a line a box falls onto it, in CSS pixels. */
const reachCssPx = 7

/**
 * Follows the mouse, a pen or a finger from where it took hold until it lets go. Ctrl or Cmd switches snapping off meanwhile, Shift goes straight,
 * Escape puts things back.
 */
export function useBoxGesture(options: BoxGestures) {
  const [hand, setHand] = useState<HandAtWork | null>(null)
  const current = useRef(options)
  current.current = options
  const life = useRef<AbortController | null>(null)
  useEffect(() => () => life.current?.abort(), [])

  const grab = useCallback((id: string | null, gesture: Gesture, ground: Ground, pointerId: number) => {
    life.current?.abort()
    const ending = new AbortController()
    life.current = ending
    let latest: HandAtWork | null = null
    const stop = () => {
      ending.abort()
      setHand(null)
    }
    const on = <K extends keyof WindowEventMap>(name: K, listener: (event: WindowEventMap[K]) => void) =>
      window.addEventListener(name, listener, { signal: ending.signal })
    on('pointermove', (event) => {
      if (event.pointerId !== pointerId) return
      const { picture, boxes, snap } = current.current
      const free = !snap || event.ctrlKey || event.metaKey
      const others = boxes.filter((box) => box.id !== id).map(({ box }) => toPx(box, picture.width, picture.height))
      const found = gestureBox(gesture, ground.toPicture(event.clientX, event.clientY), {
        picture,
        others,
        reachPx: free ? 0 : reachCssPx / ground.scale,
        straight: event.shiftKey,
      })
      latest = found && { id, ...found }
      setHand(latest)
    })
    on('pointerup', (event) => {
      if (event.pointerId !== pointerId) return
      stop()
      if (latest) current.current.onDone(id, latest.box)
    })
    // The browser took the finger over for scrolling.
    on('pointercancel', (event) => event.pointerId === pointerId && stop())
    on('keydown', (event) => event.key === 'Escape' && stop())
  }, [])

  return { hand, grab }
}
