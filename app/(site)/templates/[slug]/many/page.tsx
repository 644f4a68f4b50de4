import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ManyView } from '../../../../components/templates/ManyView'
import { pictureOf } from '../../../../create/scene'
import { manyAddress } from '../../../../create/templateAddress'
import { loadTemplate } from '../../../../server/loadTemplate'

interface PageProps {
  readonly params: Promise<{ readonly slug: string }>
  /** `style`: which of its pictures. `batch`: memes that were asked for before. */
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

/** Title of the page. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const template = await loadTemplate((await params).slug)
  return { title: template ? `Many at once: ${template.name}` : 'No such template', robots: { index: false } }
}

const textOf = (value: string | readonly string[] | undefined): string | null =>
  typeof value === 'string' ? value : null

/** Many memes of one template. */
export default async function Page({ params, searchParams }: PageProps) {
  const { slug } = await params
  const template = await loadTemplate(slug)
  if (!template) notFound()
  const asked = await searchParams
  const { style } = pictureOf(template, textOf(asked.style))
  const variant = style === pictureOf(template, null).style ? null : style
  if (slug !== template.slug && slug !== template.id) redirect(manyAddress(template.slug, variant))
  return <ManyView key={template.slug} template={template} style={variant} asked={textOf(asked.batch)} />
}
