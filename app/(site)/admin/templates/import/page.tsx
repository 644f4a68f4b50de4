import type { Metadata } from 'next'
import { ImportPage } from '../../../../components/admin/import/ImportPage'

/** Title of the page. */
export const metadata: Metadata = { title: 'Import & export' }

/** Templates in and out, many at once, for curators. */
export default function Page() {
  return <ImportPage />
}
