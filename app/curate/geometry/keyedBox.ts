import type { BoxPx } from '#core/box'
import { moveBox, type Size } from './moveBox'
import { placeOn, turned } from './point'
import { resizeBox } from './resizeBox'
import { tidyAngle } from './turnBox'

/** What of a pressed key matters here. */
export interface PressedKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** `{` and `}` are what Shift makes of the brackets on most keyboards. */
const turns: Readonly<Record<string, number>> = { '[': -1, ']': 1, '{': -15, '}': 15 }

/**
 * A box after a key: arrows move it, with Alt they move its right or lower edge, brackets turn it. Shift goes ten times as far (brackets: fifteen).
 * @returns null when the key means nothing to a box
 */
export function keyedBox(box: BoxPx, pressed: PressedKey, picture: Size): BoxPx | null {
  const turn = turns[pressed.key]
  if (turn !== undefined) {
    const degrees = pressed.shiftKey && Math.abs(turn) === 1 ? turn * 15 : turn
    return { ...box, angle: tidyAngle(box.angle + degrees) }
  }
  const arrow = arrows[pressed.key]
  if (!arrow) return null
  const [across, down] = arrow.map((way) => way * (pressed.shiftKey ? 10 : 1)) as [number, number]
  if (!pressed.altKey) return moveBox(box, across, down, picture)
  const corner = placeOn(box, 1, 1)
  const by = turned({ xPx: across, yPx: down }, box.angle)
  return resizeBox(box, { across: 1, down: 1 }, { xPx: corner.xPx + by.xPx, yPx: corner.yPx + by.yPx }, picture)
}
