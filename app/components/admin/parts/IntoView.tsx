import type { ReactNode } from 'react'

const intoView = (part: HTMLElement | null) => part?.scrollIntoView({ block: 'nearest' })

/** Something new at the top of a long page: who has scrolled down is taken to it, or would not know. */
export function IntoView({ children }: { readonly children: ReactNode }) {
  return <div ref={intoView}>{children}</div>
}
