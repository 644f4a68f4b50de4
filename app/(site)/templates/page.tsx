import type { Metadata } from 'next'
import { TemplatePage, TemplateTags } from '../../client/templateDocuments'
import { TemplateGallery } from '../../components/templates/TemplateGallery'
import { searchVariables, templateSearch } from '../../create/templateSearch'
import { publicQuery } from '../../server/publicQuery'

/** Title and description of the page. */
export const metadata: Metadata = {
  title: 'Templates',
  description: 'Pictures that wait for your words. Find one by typing, write, done.',
}

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

/** The gallery, with the first hits of the address's search made on the server. */
export default async function Page({ searchParams }: PageProps) {
  const asked = await searchParams
  const search = templateSearch((name) => [asked[name] ?? []].flat()[0])
  const [{ templates }, { templateTags }] = await Promise.all([
    publicQuery(TemplatePage, searchVariables(search, null)),
    publicQuery(TemplateTags, {}),
  ])
  return <TemplateGallery first={templates} firstSearch={search} tags={templateTags} />
}
