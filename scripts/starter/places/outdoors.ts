import { darker, lighter, mix } from '../drawing/color'
import { blurred } from '../drawing/effects'
import { linear } from '../drawing/paint'
import { scattered } from '../drawing/random'
import { circle, path, rect } from '../drawing/shapes'
import { backdrop, glow } from './overlays'

/** A sky with its sun (or moon) and the light around it. */
export function sky(
  width: number,
  height: number,
  colors: readonly [string, string, string],
  sun?: { readonly x: number; readonly y: number; readonly radius: number; readonly color: string },
): string {
  const ground = backdrop(
    width,
    height,
    linear([
      [0, colors[0]],
      [0.55, colors[1]],
      [1, colors[2]],
    ]),
  )
  if (sun === undefined) return ground
  const { x, y, radius, color } = sun
  return ground + glow(x, y, radius * 5, radius * 5, color, 0.75) + circle(x, y, radius, { fill: lighter(color, 0.55) })
}

/** A cloud about its middle; shaded underneath. */
export function cloud(
  x: number,
  y: number,
  size: number,
  color = '#ffffff',
  shade = '#a9bcd8',
  opacity = 0.95,
): string {
  const puffs: readonly (readonly [number, number, number])[] = [
    [-0.42, 0.06, 0.2],
    [-0.18, -0.1, 0.27],
    [0.14, -0.14, 0.31],
    [0.42, 0.04, 0.22],
    [0, 0.1, 0.28],
  ]
  const mass = (dy: number, fill: string) =>
    puffs.map(([px, py, r]) => circle(x + px * size, y + (py + dy) * size, r * size, { fill })).join('')
  return `<g opacity="${opacity}">${blurred(mass(0.05, shade), size * 0.02)}${blurred(mass(-0.02, color), size * 0.025)}</g>`
}

/** A row of hills from edge to edge. Far ones get the colour of the air. */
export function hills(width: number, height: number, top: number, color: string, seed: number, swell = 60): string {
  const steps = 6
  const ys = Array.from(
    { length: steps + 1 },
    (_, index) => top + Math.sin(seed * 2.3 + index * 1.9) * swell * 0.5 + Math.cos(seed + index * 0.9) * swell * 0.5,
  )
  const step = width / steps
  const curve = ys
    .slice(1)
    .map(
      (y, index) =>
        `C${index * step + step / 2} ${ys[index]} ${index * step + step / 2} ${y} ${(index + 1) * step} ${y}`,
    )
  return path(`M0 ${ys[0]} ${curve.join(' ')} L${width} ${height} L0 ${height} Z`, {
    fill: linear([
      [0, lighter(color, 0.22)],
      [0.35, color],
      [1, darker(color, 0.3)],
    ]),
  })
}

/** A plain ground from a horizon down, lighter towards the viewer. */
export const ground = (width: number, height: number, horizon: number, color: string): string =>
  rect(0, horizon, width, height - horizon, {
    fill: linear([
      [0, darker(color, 0.22)],
      [0.35, color],
      [1, lighter(color, 0.18)],
    ]),
  })

/** Tufts of grass, smaller further back. */
export const grass = (width: number, top: number, bottom: number, color: string, seed: number, count = 60): string =>
  scattered(count, seed, (next) => {
    const depth = next()
    const [x, y, size] = [next() * width, top + (bottom - top) * depth, 8 + depth * 20]
    return path(
      `M${x} ${y} q${-size * 0.3} ${-size * 0.5} ${-size * 0.5} ${-size} M${x} ${y} l0 ${-size * 1.2} M${x} ${y} q${size * 0.3} ${-size * 0.5} ${size * 0.6} ${-size * 0.9}`,
      {
        stroke: mix(color, '#1d3a2a', next() * 0.5),
        width: 2 + depth * 2,
        opacity: 0.7,
      },
    )
  })

/** Stars in the upper part of a sky. */
export const stars = (width: number, height: number, seed: number, count = 110): string =>
  scattered(count, seed, (next) =>
    circle(next() * width, next() * height, 0.7 + next() ** 4 * 3.4, { fill: '#fff', opacity: 0.35 + next() * 0.6 }),
  )

/** A row of houses or towers against the sky, with lit windows. */
export function skyline(
  width: number,
  base: number,
  height: number,
  color: string,
  seed: number,
  windowColor = '#ffd98a',
): string {
  let x = -20
  const houses: string[] = []
  const next = (() => {
    let state = seed
    return () => {
      state = (state * 16807) % 2147483647
      return state / 2147483647
    }
  })()
  while (x < width) {
    const [w, h] = [60 + next() * 90, height * (0.4 + next() * 0.6)]
    houses.push(
      rect(x, base - h, w, h + 4, {
        fill: linear([
          [0, lighter(color, 0.14)],
          [1, darker(color, 0.2)],
        ]),
      }),
    )
    for (let row = 0; row < Math.floor(h / 34) - 1; row++)
      for (let column = 0; column < Math.floor(w / 26) - 1; column++)
        if (next() > 0.55)
          houses.push(
            rect(x + 14 + column * 26, base - h + 18 + row * 34, 12, 17, {
              fill: windowColor,
              opacity: 0.35 + next() * 0.5,
            }),
          )
    x += w + next() * 14
  }
  return houses.join('')
}

/** Water to the picture's lower edge, with light on its waves. */
export const water = (width: number, height: number, top: number, colors: readonly [string, string]): string =>
  rect(0, top, width, height - top, {
    fill: linear([
      [0, colors[0]],
      [1, colors[1]],
    ]),
  }) +
  Array.from({ length: 34 }, (_, index) => {
    const depth = ((index * 37) % 34) / 34
    const y = top + 10 + (height - top - 20) * depth ** 1.4
    const x = ((index * 263) % 1300) * (width / 1200) - 60
    const length = 40 + depth * 130
    return path(`M${x} ${y} q${length / 4} ${-4 - depth * 7} ${length / 2} 0 t${length / 2} 0`, {
      stroke: '#ffffff',
      width: 2 + depth * 3,
      opacity: 0.18 + (index % 4) * 0.06,
    })
  }).join('')
