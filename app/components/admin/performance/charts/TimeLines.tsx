'use client'

import '@mantine/charts/styles.css'
import { ChartTooltip, LineChart } from '@mantine/charts'
import type { ChartPoint, ChartSeries } from './chartSeries'
import { type TimeChartProps, timeAxis, tooltipTime, valueAxis } from './timeAxis'

/** Lines over time. Steps without a value are gaps. */
export default function TimeLines({ title, points, series, format, bucketSeconds, top }: TimeChartProps) {
  const lines = series.map(({ name, label, color, dash }: ChartSeries) => ({
    name,
    label,
    color,
    ...(dash ? { strokeDasharray: dash } : {}),
  }))
  // A value between two gaps has no line: it is shown as a dot.
  const lonely = (index: number, name: string) =>
    points[index]?.[name] != null && points[index - 1]?.[name] == null && points[index + 1]?.[name] == null
  return (
    <LineChart
      h={240}
      data={points as ChartPoint[]}
      dataKey="at"
      series={lines}
      curveType="linear"
      connectNulls={false}
      withDots={false}
      lineProps={({ name, color }) => ({
        activeDot: { r: 4 },
        dot: ({ cx, cy, index }: { readonly cx?: number; readonly cy?: number; readonly index: number }) =>
          lonely(index, name) && cx !== undefined && cy !== undefined ? (
            <circle key={index} cx={cx} cy={cy} r={3} fill={color} />
          ) : (
            <g key={index} />
          ),
      })}
      valueFormatter={format}
      xAxisProps={timeAxis(points, bucketSeconds)}
      yAxisProps={valueAxis(top)}
      lineChartProps={{ title, syncId: 'performance', margin: { top: 8, right: 12, bottom: 0, left: 0 } }}
      tooltipProps={{
        content: ({ label, payload }) => (
          <ChartTooltip
            label={tooltipTime(label, bucketSeconds)}
            payload={payload as never}
            series={lines}
            valueFormatter={format}
          />
        ),
      }}
    />
  )
}
