import type { BoxPx } from '#core/box'
import { drawnBox } from './drawnBox'
import { moveBox, nearestOn, type Size } from './moveBox'
import { type Point, placeOn } from './point'
import { type Handle, resizeBox } from './resizeBox'
import { type SnapLines, type Snapped, snapLines, snapMoved, snapResized } from './snap'
import { turnBox } from './turnBox'

/** What a hand does with the mouse, a pen or a finger, from where it took hold. */
export type Gesture =
  | { readonly kind: 'move'; readonly box: BoxPx; readonly from: Point }
  | { readonly kind: 'resize'; readonly box: BoxPx; readonly handle: Handle; readonly from: Point }
  | { readonly kind: 'turn'; readonly box: BoxPx; readonly from: Point }
  | { readonly kind: 'draw'; readonly from: Point }

/** What a gesture happens on, and which keys are held. */
export interface GestureGround {
  readonly picture: Size
  /** The boxes that stand still. */
  readonly others: readonly BoxPx[]
  /** How near a line lets a box fall onto it, in pixels of the picture; 0 switches that off. */
  readonly reachPx: number
  /** Along one axis only, keeping the shape, at angles of 15°. */
  readonly straight: boolean
}

const unsnapped = (box: BoxPx): Snapped => ({ box, guides: [] })

/** Where a box is when the hand has come to a point; null while there is none yet. */
export function gestureBox(gesture: Gesture, to: Point, ground: GestureGround): Snapped | null {
  const { picture, straight, reachPx } = ground
  const lines = snapLines(picture, ground.others)
  switch (gesture.kind) {
    case 'move':
      return moved(gesture.box, gesture.from, to, lines, ground)
    case 'resize': {
      const { box, handle, from } = gesture
      const place = placeOn(box, handle.across, handle.down)
      const aim = { xPx: place.xPx + to.xPx - from.xPx, yPx: place.yPx + to.yPx - from.yPx }
      // An upright box ends at the picture's edge; corners of a turned one may have to lie beyond it.
      const pulled = resizeBox(box, handle, box.angle === 0 ? nearestOn(picture, aim) : aim, picture, straight)
      // Snapping would spoil the shape that is to be kept.
      return straight || reachPx === 0 ? unsnapped(pulled) : snapResized(pulled, handle, lines, reachPx, picture)
    }
    case 'turn':
      return unsnapped(turnBox(gesture.box, gesture.from, to, straight || reachPx > 0))
    case 'draw': {
      const box = drawnBox(gesture.from, to, picture)
      if (!box) return null
      const handle = { across: to.xPx < gesture.from.xPx ? -1 : 1, down: to.yPx < gesture.from.yPx ? -1 : 1 } as const
      return reachPx === 0 ? unsnapped(box) : snapResized(box, handle, lines, reachPx, picture)
    }
  }
}

function moved(box: BoxPx, from: Point, to: Point, lines: SnapLines, ground: GestureGround): Snapped {
  const by = { across: to.xPx - from.xPx, down: to.yPx - from.yPx }
  const sideways = Math.abs(by.across) >= Math.abs(by.down)
  const across = ground.straight && !sideways ? 0 : by.across
  const down = ground.straight && sideways ? 0 : by.down
  const free = moveBox(box, across, down, ground.picture)
  return ground.reachPx === 0 ? unsnapped(free) : snapMoved(free, lines, ground.reachPx)
}
