'use client'

import { useEffect, useRef } from 'react'
import type { Draft } from '../create/draft'
import { loadSession, type Session, saveSession } from '../create/session'
import type { Source } from '../create/source'

/** Keeps what was typed and which picture it is for over a reload of the tab. `onRestore` is called once, when there is something. */
export function useSession(draft: Draft, source: Source | null, onRestore: (session: Session) => void): void {
  const restored = useRef(false)
  const restore = useRef(onRestore)
  restore.current = onRestore

  useEffect(() => {
    if (restored.current) return
    restored.current = true
    const session = loadSession()
    if (session) restore.current(session)
  }, [])

  const first = useRef(true)
  useEffect(() => {
    // The first run sees the state before the restored one has arrived.
    if (first.current) first.current = false
    else saveSession({ draft, source: source?.kind === 'file' ? null : source })
  }, [draft, source])
}
