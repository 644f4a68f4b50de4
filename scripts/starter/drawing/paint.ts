import { createHash } from 'node:crypto'

/** `[offset 0..1, colour, opacity]`. */
export type Stop = readonly [number, string, number?]

/** A gradient, with the markup that defines it; its name is made of its content, so equal ones are one. */
export interface Gradient {
  readonly id: string
  readonly definition: string
}

/** A colour as SVG writes it, or a gradient. */
export type Paint = string | Gradient

/** A short name for a definition, the same in every run. */
export const nameOf = (content: string): string => `n${createHash('sha1').update(content).digest('hex').slice(0, 10)}`

const stopsMarkup = (stops: readonly Stop[]): string =>
  stops
    .map(([offset, color, opacity = 1]) => `<stop offset="${offset}" stop-color="${color}" stop-opacity="${opacity}"/>`)
    .join('')

/** Runs across the shape in the direction of `degrees`: 0 to the right, 90 down. */
export function linear(stops: readonly Stop[], degrees = 90): Gradient {
  const radians = (degrees * Math.PI) / 180
  const [x, y] = [Math.cos(radians) / 2, Math.sin(radians) / 2]
  const content = `x1="${0.5 - x}" y1="${0.5 - y}" x2="${0.5 + x}" y2="${0.5 + y}">${stopsMarkup(stops)}`
  const id = nameOf(`linear${content}`)
  return { id, definition: `<linearGradient id="${id}" ${content}</linearGradient>` }
}

/** Runs outwards from a point of the shape; everything in fractions of its box. */
export function radial(stops: readonly Stop[], x = 0.5, y = 0.5, radius = 0.5): Gradient {
  const content = `cx="${x}" cy="${y}" r="${radius}">${stopsMarkup(stops)}`
  const id = nameOf(`radial${content}`)
  return { id, definition: `<radialGradient id="${id}" ${content}</radialGradient>` }
}
