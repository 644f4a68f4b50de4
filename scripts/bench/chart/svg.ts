/** A piece of an SVG, as text. */
export type Svg = string

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** One element; numbers are rounded to a tenth of a pixel, so that a chart of the same figures is the same file. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly Svg[]
): Svg {
  const written = Object.entries(attributes).map(([key, value]) => {
    const text = typeof value === 'number' ? String(Math.round(value * 10) / 10) : escaped(value)
    return ` ${key}="${text}"`
  })
  return children.length > 0
    ? `<${name}${written.join('')}>${children.join('')}</${name}>`
    : `<${name}${written.join('')}/>`
}

/** Words at a place. `kind` is a class of `style`. */
export const label = (
  words: string,
  x: number,
  y: number,
  kind: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
) => element('text', { x, y, class: kind, 'text-anchor': anchor }, escaped(words))

/** Colours that the colour-blind tell apart (Okabe and Ito, 2008), each a little lighter on dark ground. */
const palette = {
  orange: ['#d55e00', '#f0883e'],
  blue: ['#0072b2', '#56b4e9'],
  green: ['#00805d', '#3fc79a'],
  purple: ['#a5528a', '#dd8fc0'],
  grey: ['#8c959f', '#7d8590'],
} as const

/** Name of a series' colour. */
export type Colour = keyof typeof palette

const colours = (mode: 0 | 1): string =>
  Object.entries(palette)
    .map(([name, pair]) => `.${name}{fill:${pair[mode]}}.line-${name}{stroke:${pair[mode]}}`)
    .join('')

const style = `text{font-family:system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;font-size:13px;fill:#1f2328}
.title{font-size:17px;font-weight:600}.dim{fill:#59636e;font-size:12px}.strong{font-weight:600}
.over{stroke:#fff;stroke-width:4;paint-order:stroke;stroke-linejoin:round}.ground{fill:#fff;stroke:#d1d9e0}.grid{stroke:#d1d9e0;stroke-width:1}.mark{stroke:#1f2328;stroke-width:2}
.curve{fill:none;stroke-width:2;stroke-linejoin:round}.limit{stroke:#1f2328;stroke-width:1.5;stroke-dasharray:6 4}${colours(0)}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.dim{fill:#9198a1}.over{stroke:#0d1117}.ground{fill:#0d1117;stroke:#3d444d}.grid{stroke:#2a313a}
.mark,.limit{stroke:#e6edf3}${colours(1)}}`

/** What every chart has. */
export interface Frame {
  readonly title: string
  /** Under the title: what is shown, on what machine, in what unit. */
  readonly subtitle: string
  readonly width: number
  readonly height: number
  /** The figures as a sentence or list, for who cannot see the chart. */
  readonly description: string
}

/** A whole picture with ground of its own, readable on light and dark pages. */
export function picture({ title, subtitle, width, height, description }: Frame, ...content: readonly Svg[]): Svg {
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': title,
    },
    element('title', {}, escaped(title)),
    element('desc', {}, escaped(description)),
    element('style', {}, style),
    element('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: 8, class: 'ground' }),
    label(title, 20, 32, 'title'),
    label(subtitle, 20, 52, 'dim'),
    ...content,
  )}\n`
}

/** Squares of colour with their names, in a row that begins at x. */
export function legend(
  names: readonly { readonly name: string; readonly colour: Colour }[],
  x: number,
  y: number,
): Svg {
  let at = x
  return names
    .map(({ name, colour }) => {
      const drawn =
        element('rect', { x: at, y: y - 10, width: 12, height: 12, rx: 2, class: colour }) +
        label(name, at + 18, y, 'dim')
      at += 18 + 7 * name.length + 22
      return drawn
    })
    .join('')
}
