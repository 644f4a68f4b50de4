import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { saveText } from '../../../../client/saveText'
import { csv } from '../../../../performance/csv'
import type { Column } from './DataTable'

interface CsvButtonProps<R> {
  /** What the file is about, as its name says it: `stages`. */
  readonly name: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
}

/** Saves a table as a file for spreadsheets. */
export function CsvButton<R>({ name, columns, rows }: CsvButtonProps<R>) {
  const save = () => {
    const heads = columns.map(({ csvHead, head }) => csvHead ?? head)
    const text = csv({ heads, rows: rows.map((row) => columns.map((column) => column.csv(row))) })
    const at = new Date().toISOString().slice(0, 16).replace(':', '-')
    saveText(`memezap-${name}-${at}.csv`, 'text/csv;charset=utf-8', text)
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden="true" />}
      aria-label={`Save ${name} as CSV`}
      disabled={rows.length === 0}
      onClick={save}
    >
      CSV
    </Button>
  )
}
