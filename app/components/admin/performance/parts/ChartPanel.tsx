'use client'

import { type ReactNode, useState } from 'react'
import type { ChartSeries } from '../charts/chartSeries'
import { Legend } from '../charts/Legend'
import page from '../Performance.module.css'
import classes from './ChartPanel.module.css'
import { CsvButton } from './CsvButton'
import { type Column, DataTable } from './DataTable'
import { Panel } from './Panel'

interface ChartPanelProps<R> {
  readonly title: string
  readonly about: ReactNode
  readonly series: readonly ChartSeries[]
  readonly bars?: boolean
  /** The same as a table, for who reads rather than looks. */
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** Of the file. */
  readonly name: string
  readonly className?: string
  readonly children: ReactNode
}

/** A chart with its legend, and the same figures as a table and as a file. */
export function ChartPanel<R>(props: ChartPanelProps<R>) {
  const { title, about, series, bars = false, columns, rows, rowKey, name, className, children } = props
  const [open, setOpen] = useState(false)
  return (
    <Panel
      title={title}
      about={about}
      actions={<CsvButton name={name} columns={columns} rows={rows} />}
      {...(className ? { className } : {})}
    >
      <figure className={page.figure} aria-label={title}>
        <Legend series={series} bars={bars} />
        {children}
      </figure>
      <details className={classes.asTable} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Show as table</summary>
        {open && (
          <div>
            <DataTable label={`${title}, as a table`} columns={columns} rows={rows} rowKey={rowKey} />
          </div>
        )}
      </details>
    </Panel>
  )
}
