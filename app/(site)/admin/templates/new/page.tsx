import type { Metadata } from 'next'
import { NewTemplate } from '../../../../components/admin/create/NewTemplate'

/** Title of the page. */
export const metadata: Metadata = { title: 'New template' }

interface PageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>
}

/** A new template begins with its picture. `?meme=` or `?upload=` name one that is here already. */
export default async function Page({ searchParams }: PageProps) {
  const asked = await searchParams
  const one = (name: string) => [asked[name] ?? []].flat()[0] ?? null
  return <NewTemplate memeId={one('meme')} recurringId={one('upload')} />
}
