import type { Metadata } from 'next'
import { JobWaterfall } from '../../../../../client/waterfallDocuments'
import { SignIn } from '../../../../../components/admin/shell/SignIn'
import { JobPage } from '../../../../../components/admin/waterfall/JobPage'
import { loadCuratorSession } from '../../../../../server/loadCuratorSession'
import { publicQuery } from '../../../../../server/publicQuery'

/** Title of the page. */
export const metadata: Metadata = { title: 'A job' }

interface PageProps {
  readonly params: Promise<{ readonly id: string }>
}

/** Where the time of one job went, for curators. */
export default async function Page({ params }: PageProps) {
  // A layout is not asked again on the way from page to page, and the session may have ended there.
  if (!(await loadCuratorSession()).curator) return <SignIn />
  const { id } = await params
  // What cannot be read now is asked for again by the page, which says so.
  const first = await publicQuery(JobWaterfall, { id }).catch(() => null)
  return <JobPage key={id} id={id} first={first} />
}
