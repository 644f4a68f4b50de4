import type { ReactNode } from 'react'
import { AdminNav } from './AdminNav'
import classes from './AdminShell.module.css'
import { SignOutButton } from './SignOutButton'

interface AdminShellProps {
  /** Who is signed in: what the history of a template will say. */
  readonly name: string
  readonly children: ReactNode
}

/** The frame of all curation pages: where one is, who one is, and the way out. */
export function AdminShell({ name, children }: AdminShellProps) {
  return (
    <div className={classes.shell}>
      <div className={classes.bar}>
        <AdminNav />
        <p className={classes.who}>
          Signed in as <b>{name}</b>
          <SignOutButton />
        </p>
      </div>
      {children}
    </div>
  )
}
