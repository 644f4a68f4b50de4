import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { JobOfMeme } from '../../../../../client/waterfallDocuments'
import { SignIn } from '../../../../../components/admin/shell/SignIn'
import { NoRows } from '../../../../../components/admin/waterfall/NoRows'
import { loadCuratorSession } from '../../../../../server/loadCuratorSession'
import { publicQuery } from '../../../../../server/publicQuery'

/** Title of the page, where there is no job to go to. */
export const metadata: Metadata = { title: 'The job of a meme' }

interface PageProps {
  readonly params: Promise<{ readonly id: string }>
}

/** The way from a meme to the job that made it: looked up only when somebody goes it. */
export default async function Page({ params }: PageProps) {
  if (!(await loadCuratorSession()).curator) return <SignIn />
  const { jobOfMeme } = await publicQuery(JobOfMeme, { memeId: (await params).id })
  if (jobOfMeme != null) redirect(`/admin/performance/jobs/${jobOfMeme}`)
  return (
    <>
      <h1>The job of a meme</h1>
      <NoRows known={false} />
    </>
  )
}
