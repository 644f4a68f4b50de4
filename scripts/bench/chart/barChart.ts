import { linearScale, logScale } from './scale'
import { type Colour, element, type Frame, label, legend, picture, type Svg } from './svg'

/** One bar. */
export interface Bar {
  readonly series: string
  readonly value: number
  /** What stands at its end. */
  readonly words: string
}

/** Bars that belong together. */
export interface BarGroup {
  readonly name: string
  readonly bars: readonly Bar[]
  /** A line across the bars: what is to be reached, and how it is written. */
  readonly target?: { readonly value: number; readonly words: string }
}

/** A chart of lying bars. */
export interface BarChart extends Pick<Frame, 'title' | 'subtitle'> {
  readonly series: readonly { readonly name: string; readonly colour: Colour }[]
  readonly groups: readonly BarGroup[]
  readonly scale: 'log' | 'linear'
  /** Writes a value of the axis. */
  readonly tick: (value: number) => string
}

const width = 880
const left = 300
const right = 96
const top = 96
const barHeight = 13
const between = 18
/** Of small words, about. */
const letterWidth = 7

const heightOf = ({ bars }: BarGroup): number => bars.length * barHeight

function drawGroup(group: BarGroup, y: number, chart: BarChart, xOf: (value: number) => number): Svg {
  const { bars, name, target } = group
  const height = heightOf(group)
  const colourOf = (name: string) => chart.series.find((one) => one.name === name)?.colour ?? 'grey'
  const drawn = bars.map(({ series, value }, k) =>
    element('rect', {
      x: left,
      y: y + k * barHeight + 1,
      width: Math.max(1, xOf(value) - left),
      height: barHeight - 2,
      rx: 2,
      class: colourOf(series),
    }),
  )
  const markAt = target ? xOf(target.value) : Number.NEGATIVE_INFINITY
  const written = bars.map(({ value, words }, k) => {
    const end = Math.max(left + 1, xOf(value)) + 6
    // Behind the mark, where it would stand in the words.
    const at = markAt > end - 8 && markAt < end + letterWidth * words.length ? markAt + 6 : end
    return label(words, at, y + (k + 1) * barHeight - 2.5, 'dim over')
  })
  const mark = target
    ? element('line', { x1: xOf(target.value), x2: xOf(target.value), y1: y - 4, y2: y + height + 4, class: 'mark' })
    : ''
  const lines = [label(name, left - 12, y + height / 2 + (target ? -2 : 5), 'strong', 'end')]
  if (target) lines.push(label(target.words, left - 12, y + height / 2 + 14, 'dim', 'end'))
  return [...drawn, mark, ...written, ...lines].join('')
}

/** Draws bars in groups, with a mark where a target is. */
export function barChart(chart: BarChart): Svg {
  const { groups, series, scale: kind, tick, title, subtitle } = chart
  const values = groups.flatMap(({ bars, target }) => [
    ...bars.map(({ value }) => value),
    ...(target ? [target.value] : []),
  ])
  const scale = kind === 'log' ? logScale(values) : linearScale(values)
  const xOf = (value: number) => left + scale.at(value) * (width - left - right)
  const tops = groups.map((_, k) => top + groups.slice(0, k).reduce((sum, one) => sum + heightOf(one) + between, 0))
  const bottom = top + groups.reduce((sum, one) => sum + heightOf(one) + between, 0)
  const height = bottom + 30
  const grid = scale.ticks.map(
    (value) =>
      element('line', { x1: xOf(value), x2: xOf(value), y1: top - 10, y2: bottom - 6, class: 'grid' }) +
      label(tick(value), xOf(value), bottom + 10, 'dim', 'middle'),
  )
  const hasTarget = groups.some(({ target }) => target)
  const explained = [
    legend(series, 20, 76),
    hasTarget
      ? element('line', { x1: 560, x2: 560, y1: 65, y2: 79, class: 'mark' }) + label('target', 568, 76, 'dim')
      : '',
    kind === 'log' ? label('logarithmic scale', width - 20, 76, 'dim', 'end') : '',
  ]
  const description = groups
    .map(({ name, bars, target }) =>
      [`${name}: ${bars.map((bar) => `${bar.series} ${bar.words}`).join(', ')}`, target?.words]
        .filter(Boolean)
        .join('; '),
    )
    .join('. ')
  const content = [...explained, ...grid, ...groups.map((group, k) => drawGroup(group, tops[k]!, chart, xOf))]
  return picture({ title, subtitle, width, height, description }, ...content)
}
