import type { Metadata } from 'next'
import { ImportPage } from '../../../../components/admin/import/ImportPage'
import { SignIn } from '../../../../components/admin/shell/SignIn'
import { loadCuratorSession } from '../../../../server/loadCuratorSession'

/** Title of the page. */
export const metadata: Metadata = { title: 'Import & export' }

/** Templates in and out, many at once, for curators. */
export default async function Page() {
  // A layout is not asked again on the way from page to page, and the session may have ended there.
  return (await loadCuratorSession()).curator ? <ImportPage /> : <SignIn />
}
