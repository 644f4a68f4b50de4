import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CuratorLink } from '../../../components/admin/parts/CuratorLink'
import { MemePage } from '../../../components/result/MemePage'
import { loadMeme } from '../../../server/loadMeme'
import { siteAddress } from '../../../server/siteAddress'

interface PageProps {
  readonly params: Promise<{ readonly id: string }>
}

/** Title and preview card of a shared meme. */
export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const meme = await loadMeme((await params).id)
  if (!meme) return { title: 'No such meme', robots: { index: false } }
  const words = meme.captions.filter((caption) => caption.trim() !== '').join(' / ')
  const title = words || 'A meme'
  const images = [{ url: meme.url, width: meme.width, height: meme.height, alt: title }]
  return {
    title,
    description: 'Same meme, new words. Made with MemeZap.',
    metadataBase: await siteAddress(),
    openGraph: { title, siteName: 'MemeZap', type: 'article', url: meme.pageUrl, images },
    twitter: { card: 'summary_large_image', title, images },
  }
}

/** A meme at its own address; 404 when there is none. */
export default async function Page({ params }: PageProps) {
  const meme = await loadMeme((await params).id)
  if (!meme) notFound()
  return (
    <MemePage meme={meme}>
      <CuratorLink href={`/admin/templates/new?meme=${meme.id}`}>Make a template of this</CuratorLink>
      <CuratorLink href={`/admin/performance/memes/${meme.id}`} icon="time">
        Where its time went
      </CuratorLink>
    </MemePage>
  )
}
