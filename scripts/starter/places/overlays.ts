import { blurred } from '../drawing/effects'
import { linear, type Paint, radial } from '../drawing/paint'
import { ellipse, type Point, polygon, rect } from '../drawing/shapes'

/** Darkens a picture's corners, so that the eye stays in. */
export const vignette = (width: number, height: number, opacity = 0.4, color = '#0d0524'): string =>
  rect(0, 0, width, height, {
    fill: radial(
      [
        [0.55, color, 0],
        [1, color, opacity],
      ],
      0.5,
      0.48,
      0.78,
    ),
  })

/** A soft patch of light (or of dark). */
export const glow = (x: number, y: number, rx: number, ry: number, color: string, opacity = 0.8): string =>
  ellipse(x, y, rx, ry, {
    fill: radial([
      [0, color, opacity],
      [0.45, color, opacity * 0.45],
      [1, color, 0],
    ]),
  })

/** A soft dark on the ground under a thing, `width` wide. */
export const groundShadow = (x: number, y: number, width: number, opacity = 0.5): string =>
  glow(x, y, width / 2, width / 10, '#12082a', opacity * 1.6)

/** A shaft of light between two edges. */
export const shaft = (corners: readonly Point[], color = '#fff3c9', opacity = 0.28, degrees = 70): string =>
  blurred(
    polygon(corners, {
      fill: linear(
        [
          [0, color, opacity],
          [1, color, 0],
        ],
        degrees,
      ),
    }),
    10,
  )

/** Fills the whole picture. */
export const backdrop = (width: number, height: number, fill: Paint): string => rect(0, 0, width, height, { fill })
