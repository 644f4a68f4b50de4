import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TemplateView } from '../../../components/templates/TemplateView'
import { loadTemplate } from '../../../server/loadTemplate'
import { siteAddress } from '../../../server/siteAddress'

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>
}

/** Title and preview card of a template. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const template = await loadTemplate((await params).slug)
  if (!template) return { title: 'No such template', robots: { index: false } }
  const { name: title, description, slug, pictures } = template
  const images = pictures.slice(0, 1).map(({ image }) => ({ ...image, alt: description }))
  return {
    title,
    description,
    metadataBase: await siteAddress(),
    openGraph: { title, description, siteName: 'MemeZap', type: 'article', url: `/templates/${slug}`, images },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}

/** A template at its own address; 404 when there is none. */
export default async function Page({ params }: PageProps) {
  const template = await loadTemplate((await params).slug)
  if (!template) notFound()
  return <TemplateView template={template} />
}
