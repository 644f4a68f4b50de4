import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SignIn } from '../../../../components/admin/shell/SignIn'
import { TemplateEditor } from '../../../../components/admin/template/TemplateEditor'
import { editorTab } from '../../../../curate/editorTab'
import { loadCurated } from '../../../../server/loadCurated'
import { loadCuratorSession } from '../../../../server/loadCuratorSession'

/** Title of the page. */
export const metadata: Metadata = { title: 'Edit a template' }

interface PageProps {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

/** A template to be edited, by its id or slug; 404 when there is none. `?tab=` opens one part of it. */
export default async function Page({ params, searchParams }: PageProps) {
  // A layout is not asked again on the way from page to page, and the session may have ended there.
  if (!(await loadCuratorSession()).curator) return <SignIn />
  const template = await loadCurated(decodeURIComponent((await params).id))
  if (!template) notFound()
  const { tab } = await searchParams
  return <TemplateEditor key={template.id} first={template} firstTab={editorTab(tab)} />
}
