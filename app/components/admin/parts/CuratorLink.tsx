import { IconPencil } from '@tabler/icons-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { loadCuratorSession } from '../../../server/loadCuratorSession'
import classes from './CuratorLink.module.css'

interface CuratorLinkProps {
  readonly href: string
  readonly children: ReactNode
}

/** A way to curation on a public page, for who is signed in; nothing for everybody else. Made on the server. */
export async function CuratorLink({ href, children }: CuratorLinkProps) {
  if (!(await loadCuratorSession()).curator) return null
  return (
    <Link href={href} className={classes.link}>
      <IconPencil size={17} stroke={1.9} aria-hidden="true" />
      {children}
    </Link>
  )
}
