import type { BoxPx } from '#core/box'
import { boxLimits } from './boxLimits'
import type { Size } from './moveBox'
import { boundsOf } from './point'
import type { Handle } from './resizeBox'

/** A line that a box has snapped to: across the picture from top to bottom (`x`), or from side to side (`y`). */
export interface Guide {
  readonly axis: 'x' | 'y'
  readonly atPx: number
}

/** A box after snapping, with the lines it lies on now. */
export interface Snapped {
  readonly box: BoxPx
  readonly guides: readonly Guide[]
}

/** What a box may lie on: edges and middles of the picture and of the other boxes, along both axes. */
export interface SnapLines {
  readonly x: readonly number[]
  readonly y: readonly number[]
}

/** The lines of a picture and of the boxes that stand still. */
export function snapLines(picture: Size, others: readonly BoxPx[]): SnapLines {
  const bounds = others.map(boundsOf)
  return {
    x: [
      0,
      picture.width / 2,
      picture.width,
      ...bounds.flatMap((b) => [b.leftPx, (b.leftPx + b.rightPx) / 2, b.rightPx]),
    ],
    y: [
      0,
      picture.height / 2,
      picture.height,
      ...bounds.flatMap((b) => [b.topPx, (b.topPx + b.bottomPx) / 2, b.bottomPx]),
    ],
  }
}

interface Pull {
  readonly byPx: number
  readonly atPx: number
}

/** The shortest way from any of these places to any line, if that is within reach. */
function pull(places: readonly number[], lines: readonly number[], reachPx: number): Pull | null {
  let best: Pull | null = null
  for (const place of places) {
    for (const atPx of lines) {
      const byPx = atPx - place
      if (Math.abs(byPx) <= reachPx && (best === null || Math.abs(byPx) < Math.abs(best.byPx))) best = { byPx, atPx }
    }
  }
  return best
}

const guidesOf = (across: Pull | null, down: Pull | null): readonly Guide[] => [
  ...(across ? [{ axis: 'x', atPx: across.atPx } as const] : []),
  ...(down ? [{ axis: 'y', atPx: down.atPx } as const] : []),
]

/** Lets a moved box, turned or not, fall onto lines that its edges or its middle are near to. @param reachPx in pixels of the picture */
export function snapMoved(box: BoxPx, lines: SnapLines, reachPx: number): Snapped {
  const { leftPx, topPx, rightPx, bottomPx } = boundsOf(box)
  const across = pull([leftPx, (leftPx + rightPx) / 2, rightPx], lines.x, reachPx)
  const down = pull([topPx, (topPx + bottomPx) / 2, bottomPx], lines.y, reachPx)
  return {
    box: { ...box, xPx: box.xPx + (across?.byPx ?? 0), yPx: box.yPx + (down?.byPx ?? 0) },
    guides: guidesOf(across, down),
  }
}

/** Lets the pulled edges of an upright box fall onto near lines. Edges of a turned one are parallel to no line, so it stays as it is. */
export function snapResized(box: BoxPx, handle: Handle, lines: SnapLines, reachPx: number, picture: Size): Snapped {
  if (box.angle !== 0) return { box, guides: [] }
  const edge = (from: number, length: number, side: number) => (side < 0 ? from : from + length)
  const { smallest } = boxLimits(picture)
  const near = (side: number, from: number, length: number, least: number, all: readonly number[]): Pull | null => {
    const found = side === 0 ? null : pull([edge(from, length, side)], all, reachPx)
    return found && length + side * found.byPx >= least ? found : null
  }
  const across = near(handle.across, box.xPx, box.widthPx, smallest.width, lines.x)
  const down = near(handle.down, box.yPx, box.heightPx, smallest.height, lines.y)
  const by = { x: across?.byPx ?? 0, y: down?.byPx ?? 0 }
  return {
    box: {
      ...box,
      xPx: handle.across < 0 ? box.xPx + by.x : box.xPx,
      yPx: handle.down < 0 ? box.yPx + by.y : box.yPx,
      widthPx: box.widthPx + handle.across * by.x,
      heightPx: box.heightPx + handle.down * by.y,
    },
    guides: guidesOf(across, down),
  }
}
