import { IconLayoutGrid, IconPhoto } from '@tabler/icons-react'
import Link from 'next/link'
import { ColorSchemeToggle } from './ColorSchemeToggle'
import { Logo } from './Logo'
import classes from './SiteHeader.module.css'

/** Name, ways to the templates and to the memes made here, and light or dark. */
export function SiteHeader() {
  return (
    <header className={classes.header}>
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <div className={classes.inner}>
        <Link href="/" className={classes.brand} aria-label="MemeZap">
          <Logo />
          <span>
            Meme<b>Zap</b>
          </span>
        </Link>
        <nav className={classes.nav} aria-label="Site">
          <Link href="/templates" className={classes.link}>
            <IconLayoutGrid size={18} stroke={1.8} aria-hidden="true" />
            Templates
          </Link>
          <Link href="/memes" className={classes.link}>
            <IconPhoto size={18} stroke={1.8} aria-hidden="true" />
            My memes
          </Link>
          <ColorSchemeToggle />
        </nav>
      </div>
    </header>
  )
}
