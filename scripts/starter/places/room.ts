import { darker, lighter, mix } from '../drawing/color'
import { linear, radial } from '../drawing/paint'
import { path, rect } from '../drawing/shapes'
import { backdrop, shaft } from './overlays'

/** A room seen from the front; sizes in pixels. */
export interface Room {
  readonly width: number
  readonly height: number
  readonly wall: string
  readonly floor: string
  /** Where wall and floor meet, in pixels from the top. */
  readonly horizon: number
  /** Middle of the lamplight on the wall. */
  readonly lamp?: readonly [number, number]
  /** Boards run to a vanishing point; `carpet` has none. */
  readonly ground?: 'boards' | 'carpet' | 'tiles'
  /** Sunlight falls in from this side. */
  readonly sun?: 'left' | 'right'
}

function boards({ width, height, floor, horizon, ground }: Room): string {
  if (ground === 'carpet') return ''
  const vanishing = width / 2
  const rays = Array.from({ length: 23 }, (_, index) => {
    const bottom = vanishing + (index - 11) * width * 0.14
    const top = vanishing + (index - 11) * width * 0.062
    return path(`M${top} ${horizon} L${bottom} ${height}`, { stroke: darker(floor, 0.28), width: 2.5, opacity: 0.55 })
  }).join('')
  const rows = ground === 'tiles' ? [0.1, 0.26, 0.5, 0.82] : []
  const depth = height - horizon
  return (
    rays +
    rows
      .map((part) =>
        path(`M0 ${horizon + depth * part} L${width} ${horizon + depth * part}`, {
          stroke: darker(floor, 0.28),
          width: 2.5,
          opacity: 0.5,
        }),
      )
      .join('')
  )
}

/** An empty room with lamplight on its wall and a floor that goes back. */
export function room(what: Room): string {
  const { width, height, wall, floor, horizon, lamp = [width * 0.4, horizon * 0.35], sun } = what
  const wallPaint = radial(
    [
      [0, lighter(wall, 0.4)],
      [0.5, wall],
      [1, darker(wall, 0.34)],
    ],
    lamp[0] / width,
    lamp[1] / horizon,
    0.85,
  )
  const floorPaint = linear([
    [0, darker(floor, 0.38)],
    [0.3, floor],
    [1, lighter(floor, 0.14)],
  ])
  const sunlight =
    sun === undefined
      ? ''
      : sun === 'left'
        ? shaft([
            [width * 0.02, 0],
            [width * 0.3, 0],
            [width * 0.72, height],
            [width * 0.3, height],
          ])
        : shaft(
            [
              [width * 0.98, 0],
              [width * 0.7, 0],
              [width * 0.28, height],
              [width * 0.7, height],
            ],
            '#fff3c9',
            0.28,
            110,
          )
  return (
    backdrop(width, height, wallPaint) +
    rect(0, horizon, width, height - horizon, { fill: floorPaint }) +
    boards(what) +
    rect(0, horizon - 20, width, 20, {
      fill: linear([
        [0, lighter(wall, 0.55)],
        [1, mix(wall, floor, 0.4)],
      ]),
    }) +
    rect(0, horizon, width, 26, {
      fill: linear([
        [0, '#12082a', 0.35],
        [1, '#12082a', 0],
      ]),
    }) +
    sunlight
  )
}
