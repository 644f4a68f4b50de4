import '../components/captionFonts.css'
import type { ReactNode } from 'react'
import { SiteFooter } from '../components/shell/SiteFooter'
import { SiteHeader } from '../components/shell/SiteHeader'

/** Header and footer round every page. */
export default function SiteLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <SiteHeader />
      <main id="main">{children}</main>
      <SiteFooter />
    </>
  )
}
