/** One line, or one kind of bar, of a chart. */
export interface ChartSeries {
  /** Its key in the points. */
  readonly name: string
  readonly label: string
  readonly color: string
  /** Lines: how it is broken, so that it is known without its colour. SVG's `stroke-dasharray`; left out for a whole line. */
  readonly dash?: string
  /** Bars: striped, for the same reason. */
  readonly striped?: boolean
}

/** A step of a chart over time: when it begins, and the value of each series; null where there is none. */
export type ChartPoint = { readonly at: number } & Readonly<Record<string, number | null>>

const colors = [1, 2, 3, 4, 5, 6].map((number) => `var(--series-${number})`)
const dashes = [undefined, '7 4', '2 3', '10 3 2 3'] as const

/** The look of the nth series: six colours that colour-blind people tell apart (after Okabe and Ito), and another line each time they come again. */
export function seriesLook(index: number): Pick<ChartSeries, 'color' | 'dash'> {
  const dash = dashes[(index + Math.floor(index / colors.length)) % dashes.length]
  return { color: colors[index % colors.length]!, ...(dash ? { dash } : {}) }
}
