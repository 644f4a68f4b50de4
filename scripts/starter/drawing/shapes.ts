import type { Paint } from './paint'

/** How a shape is filled and outlined; lengths in pixels of its surroundings. */
export interface Finish {
  readonly fill?: Paint
  readonly stroke?: Paint
  readonly width?: number
  readonly opacity?: number
  readonly dash?: string
  /** Straight ends instead of round ones. */
  readonly butt?: boolean
}

/** A point in pixels. */
export type Point = readonly [number, number]

const round = (value: number): number => Math.round(value * 100) / 100

function finished(finish: Finish): { readonly before: string; readonly attributes: string } {
  const { fill = 'none', stroke, width = 1, opacity, dash, butt = false } = finish
  const before = [fill, stroke].map((paint) => (typeof paint === 'object' ? paint.definition : '')).join('')
  const name = (paint: Paint) => (typeof paint === 'object' ? `url(#${paint.id})` : paint)
  const ends = butt ? 'stroke-linejoin="round"' : 'stroke-linecap="round" stroke-linejoin="round"'
  const line = stroke === undefined ? '' : ` stroke="${name(stroke)}" stroke-width="${round(width)}" ${ends}`
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash}"`
  return {
    before,
    attributes: `fill="${name(fill)}"${line}${dashes}${opacity === undefined ? '' : ` opacity="${opacity}"`}`,
  }
}

function shape(tag: string, geometry: string, finish: Finish): string {
  const { before, attributes } = finished(finish)
  return `${before}<${tag} ${geometry} ${attributes}/>`
}

/** A path; `d` as SVG writes it. */
export const path = (d: string, finish: Finish): string => shape('path', `d="${d}"`, finish)

/** @param corner radius of the corners. */
export const rect = (x: number, y: number, width: number, height: number, finish: Finish, corner = 0): string =>
  shape(
    'rect',
    `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${corner}"`,
    finish,
  )

/** An ellipse about (`x`, `y`). */
export const ellipse = (x: number, y: number, rx: number, ry: number, finish: Finish): string =>
  shape('ellipse', `cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}"`, finish)

/** A circle about (`x`, `y`). */
export const circle = (x: number, y: number, radius: number, finish: Finish): string =>
  ellipse(x, y, radius, radius, finish)

const pairs = (points: readonly Point[]): string => points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')

/** A closed polygon. */
export const polygon = (points: readonly Point[], finish: Finish): string =>
  shape('polygon', `points="${pairs(points)}"`, finish)

/** Where a drawing goes, and how it is turned and stretched. */
export interface Placing {
  readonly x?: number
  readonly y?: number
  readonly scale?: number
  /** Clockwise, in degrees, about the origin. */
  readonly turn?: number
  /** Mirrored left to right. */
  readonly flip?: boolean
  /** Height over width, for squashing. */
  readonly squash?: number
}

/** Moves a drawing's origin to a place, then turns, scales and mirrors it there. */
export function placed(
  content: string,
  { x = 0, y = 0, scale = 1, turn = 0, flip = false, squash = 1 }: Placing,
): string {
  const turned = turn === 0 ? '' : ` rotate(${turn})`
  return `<g transform="translate(${round(x)} ${round(y)})${turned} scale(${flip ? -scale : scale} ${scale * squash})">${content}</g>`
}
