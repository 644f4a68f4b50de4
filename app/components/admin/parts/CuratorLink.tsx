import { IconPencil, IconStopwatch } from '@tabler/icons-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { loadCuratorSession } from '../../../server/loadCuratorSession'
import classes from './CuratorLink.module.css'

const icons = { change: IconPencil, time: IconStopwatch } as const

interface CuratorLinkProps {
  readonly href: string
  /** Left out: a pencil, for what changes something. */
  readonly icon?: keyof typeof icons
  readonly children: ReactNode
}

/** A way to curation on a public page, for who is signed in; nothing for everybody else. Made on the server. */
export async function CuratorLink({ href, icon = 'change', children }: CuratorLinkProps) {
  if (!(await loadCuratorSession()).curator) return null
  const Icon = icons[icon]
  return (
    <Link href={href} className={classes.link}>
      <Icon size={17} stroke={1.9} aria-hidden="true" />
      {children}
    </Link>
  )
}
