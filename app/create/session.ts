import type { Draft } from './draft'
import type { Source } from './source'

/** What survives a reload of the tab: the words, and how to come by the picture again. */
export interface Session {
  readonly draft: Draft
  readonly source: Exclude<Source, { kind: 'file' }> | null
}

const key = 'memezap.session.3'

/** What this tab held before it was reloaded; null when nothing, or when storage is forbidden. */
export function loadSession(): Session | null {
  try {
    const text = sessionStorage.getItem(key)
    return text ? (JSON.parse(text) as Session) : null
  } catch {
    return null
  }
}

/** Browsers may forbid or fill up storage; the page works on without it. */
export function saveSession(session: Session): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(session))
  } catch {
    // Only a reload would miss it.
  }
}
