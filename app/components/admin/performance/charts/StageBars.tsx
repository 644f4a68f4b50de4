'use client'

import '@mantine/charts/styles.css'
import { BarChart, ChartTooltip } from '@mantine/charts'
import { useId } from 'react'
import type { ChartSeries } from './chartSeries'
import { Stripes } from './Stripes'

/** A bar's name and its values. */
export type NamedBars = { readonly name: string } & Readonly<Record<string, number | string>>

interface StageBarsProps {
  readonly title: string
  readonly bars: readonly NamedBars[]
  readonly series: readonly ChartSeries[]
  readonly format: (value: number) => string
}

const ROW_PX = 46

/** Lying bars side by side, a row for each stage. */
export default function StageBars({ title, bars, series, format }: StageBarsProps) {
  const id = useId()
  const kinds = series.map(({ name, label, color }) => ({ name, label, color }))
  const striped = new Set(series.filter((one) => one.striped).map(({ name }) => name))
  return (
    <BarChart
      h={bars.length * ROW_PX + 36}
      orientation="vertical"
      data={bars as NamedBars[]}
      dataKey="name"
      series={kinds}
      gridAxis="y"
      valueFormatter={format}
      xAxisProps={{
        tickFormatter: format,
        domain: [0, 'auto'],
        tickCount: 4,
        interval: 'preserveStart',
        minTickGap: 24,
      }}
      yAxisProps={{ width: 132, interval: 0 }}
      barProps={({ name }) => (striped.has(name) ? { fill: `url(#${id}-${name})` } : {})}
      barChartProps={{ title, barGap: 2, barCategoryGap: '22%', margin: { top: 4, right: 16, bottom: 0, left: 0 } }}
      tooltipProps={{
        content: ({ label, payload }) => (
          <ChartTooltip label={String(label ?? '')} payload={payload as never} series={kinds} valueFormatter={format} />
        ),
      }}
    >
      <defs>
        {series.map(({ name, color }) => (
          <Stripes key={name} id={`${id}-${name}`} color={color} />
        ))}
      </defs>
    </BarChart>
  )
}
