import type { Handle } from './resizeBox'

const cursors = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const

/** The mouse pointer that shows which way a handle of a box turned by so many degrees can be pulled. */
export function handleCursor({ across, down }: Handle, angle: number): string {
  const degrees = (Math.atan2(down, across) * 180) / Math.PI + angle
  const eighth = Math.round((((degrees % 180) + 180) % 180) / 45) % 4
  return cursors[eighth]!
}
