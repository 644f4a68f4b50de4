import type { Metadata } from 'next'
import { PerformanceFigures, PerformanceHealth } from '../../../client/performanceDocuments'
import { PerformancePage } from '../../../components/admin/performance/PerformancePage'
import { SignIn } from '../../../components/admin/shell/SignIn'
import { figuresVariables, performanceAsked } from '../../../performance/asked'
import { loadCuratorSession } from '../../../server/loadCuratorSession'
import { publicQuery } from '../../../server/publicQuery'

/** Title of the page. */
export const metadata: Metadata = { title: 'Performance' }

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

/** How fast and how well everything works, for curators, with the first figures read on the server. */
export default async function Page({ searchParams }: PageProps) {
  // A layout is not asked again on the way from page to page, and the session may have ended there.
  if (!(await loadCuratorSession()).curator) return <SignIn />
  const params = await searchParams
  const asked = performanceAsked((name) => [params[name] ?? []].flat()[0])
  // What cannot be read now is asked for again by the page, which says so: just then it is looked at.
  const [figures, health] = await Promise.all([
    publicQuery(PerformanceFigures, figuresVariables(asked)).catch(() => null),
    publicQuery(PerformanceHealth, {}).catch(() => null),
  ])
  return <PerformancePage first={figures?.performance ?? null} firstHealth={health?.performance ?? null} />
}
