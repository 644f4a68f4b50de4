import { linearScale } from './scale'
import { type Colour, element, type Frame, label, legend, picture, type Svg } from './svg'

/** Values over something that grows. */
export interface Curve {
  readonly name: string
  readonly colour: Colour
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** A chart of curves, from zero in both directions. */
export interface LineChart extends Pick<Frame, 'title' | 'subtitle'> {
  readonly curves: readonly Curve[]
  /** A line that the curves should stay below. */
  readonly limit?: { readonly value: number; readonly words: string }
  readonly xTick: (value: number) => string
  readonly yTick: (value: number) => string
}

const width = 880
const height = 380
const left = 78
const right = 44
const top = 100
const bottom = height - 42

/** Draws curves, and the line that they should stay below. */
export function lineChart({ curves, limit, xTick, yTick, title, subtitle }: LineChart): Svg {
  const points = curves.flatMap((curve) => curve.points)
  const xs = linearScale(points.map(({ x }) => x))
  const ys = linearScale([...points.map(({ y }) => y), ...(limit ? [limit.value] : [])])
  const xOf = (value: number) => left + xs.at(value) * (width - left - right)
  const yOf = (value: number) => bottom - ys.at(value) * (bottom - top)
  const grid = [
    ...ys.ticks.map(
      (value) =>
        element('line', { x1: left, x2: width - right, y1: yOf(value), y2: yOf(value), class: 'grid' }) +
        label(yTick(value), left - 8, yOf(value) + 4, 'dim', 'end'),
    ),
    ...xs.ticks.map((value) => label(xTick(value), xOf(value), bottom + 22, 'dim', 'middle')),
  ]
  const drawn = curves.map((curve) =>
    element('polyline', {
      points: curve.points.map(({ x, y }) => `${xOf(x).toFixed(1)},${yOf(y).toFixed(1)}`).join(' '),
      class: `curve line-${curve.colour}`,
    }),
  )
  const line = limit
    ? element('line', { x1: left, x2: width - right, y1: yOf(limit.value), y2: yOf(limit.value), class: 'limit' }) +
      label(limit.words, width - right - 4, yOf(limit.value) - 6, 'dim', 'end')
    : ''
  const description = curves
    .map(({ name, points: all }) => `${name}: ${all.map(({ x, y }) => `${yTick(y)} at ${xTick(x)}`).join(', ')}`)
    .join('. ')
  return picture({ title, subtitle, width, height, description }, legend(curves, 20, 76), ...grid, ...drawn, line)
}
