import type { CallTree } from '../flame/callTree'
import { type Colour, element, label, picture, type Svg } from './svg'

const width = 1080
const left = 20
const rowHeight = 20
const depth = 5
const letterPx = 6.6
const colours: readonly Colour[] = ['blue', 'orange', 'green', 'purple']

/** A row of stages, each with what it calls below it. */
export interface FlameRow {
  readonly name: string
  readonly stages: readonly CallTree[]
}

const sum = (trees: readonly CallTree[]): number => trees.reduce((total, { ms }) => total + ms, 0)

/** Where the time of a meme goes, one row under the other at one scale: a function is as wide as it takes long, and stands under who calls it. */
export function flameChart(title: string, subtitle: string, rows: readonly FlameRow[]): Svg {
  const scale = (width - 2 * left) / Math.max(...rows.map(({ stages }) => sum(stages)))
  const blockHeight = rowHeight * depth + 50
  const drawn = rows.map(({ name, stages }, k) => {
    const top = 80 + k * blockHeight
    let x = left
    const boxes = stages.map((stage, n) => {
      const box = flame(stage, x, top + 10, scale, 0, colours[n % colours.length]!)
      x += stage.ms * scale
      return box
    })
    return label(`${name}: ${sum(stages).toFixed(0)} ms`, left, top, 'strong') + boxes.join('')
  })
  const description = rows
    .map(
      ({ name, stages }) => `${name}: ${stages.map((stage) => `${stage.name} ${stage.ms.toFixed(0)} ms`).join(', ')}`,
    )
    .join('. ')
  return picture({ title, subtitle, width, height: 80 + rows.length * blockHeight, description }, ...drawn)
}

function flame(
  { name, ms, children }: CallTree,
  x: number,
  y: number,
  scale: number,
  level: number,
  colour: Colour,
): Svg {
  const box = element(
    'rect',
    {
      x,
      y,
      width: Math.max(0, ms * scale - 1),
      height: rowHeight - 1,
      class: colour,
      'fill-opacity': 0.55 - 0.08 * level,
    },
    element('title', {}, label(`${name} ${ms.toFixed(1)} ms`, 0, 0, 'dim').replace(/<[^>]*>/g, '')),
  )
  const words = `${name} ${ms.toFixed(0)}`
  const written = words.length * letterPx + 8 < ms * scale ? label(words, x + 4, y + 14, 'dim') : ''
  let at = x
  const below = children.map((child) => {
    const start = at
    at += child.ms * scale
    return level + 1 < depth && child.ms * scale >= 2
      ? flame(child, start, y + rowHeight, scale, level + 1, colour)
      : ''
  })
  return box + written + below.join('')
}
