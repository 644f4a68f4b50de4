import Link from 'next/link'
import { Notice } from './components/shell/Notice'
import classes from './components/shell/Notice.module.css'
import { SiteFooter } from './components/shell/SiteFooter'
import { SiteHeader } from './components/shell/SiteHeader'

/** What stands at addresses that lead nowhere. */
export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <main id="main">
        <Notice
          title="One does not simply find this page"
          text="There is nothing here, or no longer: memes go when their time is over."
        >
          <Link href="/" className={classes.action}>
            Make a meme instead
          </Link>
        </Notice>
      </main>
      <SiteFooter />
    </>
  )
}
