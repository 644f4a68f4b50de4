import type { Metadata } from 'next'
import { CuratedTemplates, CurationWork } from '../../../client/curationDocuments'
import { CuratedList } from '../../../components/admin/list/CuratedList'
import { SignIn } from '../../../components/admin/shell/SignIn'
import { listAsked, listVariables } from '../../../curate/listAsked'
import { loadCuratorSession } from '../../../server/loadCuratorSession'
import { publicQuery } from '../../../server/publicQuery'

/** Title of the page. */
export const metadata: Metadata = { title: 'Curate templates' }

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

/** All templates, for curators, with the first rows of the address's search made on the server. */
export default async function Page({ searchParams }: PageProps) {
  // A layout is not asked again on the way from page to page, and the session may have ended there.
  if (!(await loadCuratorSession()).curator) return <SignIn />
  const params = await searchParams
  const asked = listAsked((name) => [params[name] ?? []].flat()[0])
  const [list, work] = await Promise.all([
    publicQuery(CuratedTemplates, listVariables(asked, null)),
    publicQuery(CurationWork, {}),
  ])
  return (
    <CuratedList
      // Another address is another list.
      key={JSON.stringify(asked)}
      first={list.curation}
      firstAsked={asked}
      firstWork={work.curation}
    />
  )
}
