import type { Metadata } from 'next'

/** Title of the page. */
export const metadata: Metadata = { title: 'Curate templates' }

/** All templates, for curators. */
export default function Page() {
  return <h1>Templates</h1>
}
