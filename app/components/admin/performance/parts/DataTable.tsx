import type { ReactNode } from 'react'
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
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
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
  )
}
