'use client'

import '@mantine/charts/styles.css'
import { BarChart, ChartTooltip } from '@mantine/charts'
import { useId } from 'react'
import type { ChartPoint } from './chartSeries'
import { Stripes } from './Stripes'
import { type TimeChartProps, timeAxis, tooltipTime, valueAxis } from './timeAxis'

/** Bars over time, one kind upon the other. */
export default function TimeBars({ title, points, series, format, bucketSeconds }: TimeChartProps) {
  const id = useId()
  const bars = series.map(({ name, label, color }) => ({ name, label, color }))
  const striped = new Set(series.filter((one) => one.striped).map(({ name }) => name))
  return (
    <BarChart
      h={240}
      type="stacked"
      data={points as ChartPoint[]}
      dataKey="at"
      series={bars}
      valueFormatter={format}
      xAxisProps={timeAxis(points, bucketSeconds)}
      yAxisProps={{ ...valueAxis(), allowDecimals: false }}
      barProps={({ name }) => (striped.has(name) ? { fill: `url(#${id}-${name})` } : {})}
      barChartProps={{
        title,
        syncId: 'performance',
        barCategoryGap: '12%',
        margin: { top: 8, right: 12, bottom: 0, left: 0 },
      }}
      tooltipProps={{
        content: ({ label, payload }) => (
          <ChartTooltip
            label={tooltipTime(label, bucketSeconds)}
            payload={payload as never}
            series={bars}
            valueFormatter={format}
          />
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
