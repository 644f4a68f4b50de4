'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import classes from './AdminShell.module.css'
import { adminPages, openAdminPage } from './adminPages'

/** The ways between curation pages. */
export function AdminNav() {
  const open = openAdminPage(usePathname())
  return (
    <nav aria-label="Curation" className={classes.nav}>
      {adminPages.map(({ href, label }) => (
        <Link key={href} href={href} className={classes.link} aria-current={open === href ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
