'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Cell } from '../../../../performance/csv'
import classes from './DataTable.module.css'

/** One column: what people see, and what a file gets. */
export interface Column<R> {
  readonly head: string
  /** The file's head, with its unit; `head` when left out. */
  readonly csvHead?: string
  readonly cell: (row: R) => ReactNode
  /** The plain value; null leaves the file's cell empty. */
  readonly csv: (row: R) => Cell
  /** Right-aligned. */
  readonly number?: boolean
}

interface DataTableProps<R> {
  /** What it is a table of, for who cannot see where it stands. */
  readonly label: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
}

/** A table that scrolls inside itself where it is too wide. The first column names the row. */
export function DataTable<R>({ label, columns, rows, rowKey }: DataTableProps<R>) {
  const side = ({ number }: Column<R>) => (number ? classes.number : undefined)
  const box = useRef<HTMLElement>(null)
  const [tooWide, setTooWide] = useState(false)
  useEffect(() => {
    const outer = box.current!
    const observer = new ResizeObserver(() => setTooWide(outer.scrollWidth > outer.clientWidth + 1))
    for (const element of [outer, outer.firstElementChild!]) observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <>
      {tooWide && (
        <p className={classes.more} aria-hidden="true">
          more to the side →
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section ref={box} className={classes.scroll} aria-label={label} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.head} scope="col" className={side(column)}>
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.head} scope="row">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.head} className={side(column)}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
