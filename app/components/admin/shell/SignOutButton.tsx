'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { signOut } from '../../../client/adminSession'
import { problemOf } from '../../../client/problem'
import { tell } from '../tell'

/** Ends the session of this browser. */
export function SignOutButton() {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    try {
      await signOut()
      router.refresh()
    } catch (error) {
      tell(problemOf(error).message)
      setBusy(false)
    }
  }
  return (
    <Button variant="subtle" color="gray" size="compact-md" c="var(--text)" loading={busy} onClick={leave}>
      Sign out
    </Button>
  )
}
