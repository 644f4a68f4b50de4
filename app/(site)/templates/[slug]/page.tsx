import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { CuratorLink } from '../../../components/admin/parts/CuratorLink'
import { TemplateView } from '../../../components/templates/TemplateView'
import { pictureOf } from '../../../create/scene'
import { templateAddress } from '../../../create/templateAddress'
import { loadTemplate } from '../../../server/loadTemplate'
import { siteAddress } from '../../../server/siteAddress'

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>
  /** `style`: which of its pictures. */
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

const askedStyle = ({ style }: Awaited<PageProps['searchParams']>): string | null =>
  typeof style === 'string' ? style : null

/** Title and preview card of a template. */
export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const template = await loadTemplate((await params).slug)
  if (!template) return { title: 'No such template', robots: { index: false } }
  const { name: title, description, slug } = template
  const { image } = pictureOf(template, askedStyle(await searchParams))
  const images = [{ ...image, alt: description }]
  return {
    title,
    description,
    metadataBase: await siteAddress(),
    openGraph: { title, description, siteName: 'MemeZap', type: 'article', url: `/templates/${slug}`, images },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}

/** A template at its own address; from addresses that it had before, or that were merged into it, one is sent there; 404 when there is none. */
export default async function Page({ params, searchParams }: PageProps) {
  const { slug } = await params
  const template = await loadTemplate(slug)
  if (!template) notFound()
  const asked = askedStyle(await searchParams)
  // By its id it is at home, too: links made of ids outlast every slug.
  if (slug !== template.slug && slug !== template.id) redirect(templateAddress(template.slug, asked))
  return (
    <TemplateView key={template.slug} template={template} asked={asked}>
      <CuratorLink href={`/admin/templates/${template.slug}`}>Edit this template</CuratorLink>
    </TemplateView>
  )
}
