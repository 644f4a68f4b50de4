import { nameOf } from './paint'

const region = 'x="-40%" y="-40%" width="180%" height="180%" color-interpolation-filters="sRGB"'

function filtered(content: string, primitives: string, frame = region): string {
  const id = nameOf(primitives + frame)
  return `<filter id="${id}" ${frame}>${primitives}</filter><g filter="url(#${id})">${content}</g>`
}

/** Where a scene's light comes from, and its colours; the same one for everything in a scene. */
export interface Light {
  /** Towards the light: x to the right, y down, about length 1. */
  readonly from: readonly [number, number]
  readonly rim: string
  readonly rimOpacity: number
  readonly shade: string
  readonly shadeOpacity: number
}

/** A soft lamp or sun from the top left. */
export const daylight: Light = {
  from: [-0.6, -0.8],
  rim: '#fff6dc',
  rimOpacity: 0.7,
  shade: '#2a1050',
  shadeOpacity: 0.42,
}

/** As daylight, from the other side, for scenes whose lamp or window is on the right. */
export const fromRight: Light = { ...daylight, from: [0.6, -0.8] }

/** Moonlight and screens: a cold rim, deep shade. */
export const moonlight: Light = {
  from: [0.6, -0.8],
  rim: '#b8d4ff',
  rimOpacity: 0.75,
  shade: '#070b2c',
  shadeOpacity: 0.62,
}

/**
 * Gives a drawing volume: shade grows in from the side away from the light, a bright rim runs along the lit side.
 * Put it around the finished, placed drawing, so that turning or mirroring it does not turn the light.
 * @param size of the thing in pixels: how far shade reaches in follows from it.
 */
export function lit(content: string, size: number, light: Light = daylight): string {
  const [x, y] = light.from
  const deep = size * 0.075
  const edge = Math.max(1.2, size * 0.011)
  const outside = (dx: number, dy: number, blurPx: number, name: string) =>
    `<feOffset in="SourceAlpha" dx="${dx.toFixed(2)}" dy="${dy.toFixed(2)}"/><feGaussianBlur stdDeviation="${blurPx.toFixed(2)}" result="${name}b"/>` +
    `<feComposite in="SourceAlpha" in2="${name}b" operator="out" result="${name}"/>`
  const colored = (name: string, color: string, opacity: number) =>
    `<feFlood flood-color="${color}" flood-opacity="${opacity}"/><feComposite in2="${name}" operator="in" result="${name}c"/>`
  return filtered(
    content,
    outside(x * deep, y * deep, deep * 0.62, 's') +
      colored('s', light.shade, light.shadeOpacity) +
      outside(-x * edge, -y * edge, edge * 0.55, 'r') +
      colored('r', light.rim, light.rimOpacity) +
      '<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="sc"/><feMergeNode in="rc"/></feMerge>',
  )
}

/** Content blurred with a Gaussian of `radius` px. */
export const blurred = (content: string, radius: number): string =>
  filtered(
    content,
    `<feGaussianBlur stdDeviation="${radius}"/>`,
    region.replaceAll('-40%', '-60%').replaceAll('180%', '220%'),
  )

/** The shadow that a thing throws on what is close behind it. */
export const shadowed = (content: string, dx: number, dy: number, radius: number, opacity = 0.35): string =>
  filtered(
    content,
    `<feDropShadow dx="${dx}" dy="${dy}" stdDeviation="${radius}" flood-color="#12082a" flood-opacity="${opacity}"/>`,
  )

/** Light around a thing that shines. */
export const glowing = (content: string, color: string, radius: number, opacity = 0.9): string =>
  filtered(
    content,
    `<feGaussianBlur in="SourceAlpha" stdDeviation="${radius}" result="b"/><feFlood flood-color="${color}" flood-opacity="${opacity}"/>` +
      '<feComposite in2="b" operator="in" result="g"/><feMerge><feMergeNode in="g"/><feMergeNode in="g"/><feMergeNode in="SourceGraphic"/></feMerge>',
    region.replaceAll('-40%', '-80%').replaceAll('180%', '260%'),
  )

/** Only what lies inside of a shape. */
export function clipped(content: string, shape: string): string {
  const id = nameOf(`clip${shape}`)
  return `<clipPath id="${id}">${shape}</clipPath><g clip-path="url(#${id})">${content}</g>`
}
