import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AdminShell } from '../../components/admin/shell/AdminShell'
import { NoToken } from '../../components/admin/shell/NoToken'
import { SignIn } from '../../components/admin/shell/SignIn'
import { loadCuratorSession } from '../../server/loadCuratorSession'

/** Search engines have no business here. */
export const metadata: Metadata = { title: 'Curation', robots: { index: false } }

/**
 * The door to all curation pages: nothing behind it is rendered for who is not signed in. What the pages show comes through the API, which asks
 * again each time.
 */
export default async function AdminLayout({ children }: { readonly children: ReactNode }) {
  const { available, curator } = await loadCuratorSession()
  if (!available) return <NoToken />
  if (!curator) return <SignIn />
  return <AdminShell name={curator.name}>{children}</AdminShell>
}
