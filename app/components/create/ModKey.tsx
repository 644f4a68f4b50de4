'use client'

import { useOs } from '@mantine/hooks'

/** The key that goes with letters for commands, by the name it has on this keyboard. */
export function ModKey() {
  const os = useOs()
  return <kbd>{os === 'macos' || os === 'ios' ? '⌘' : 'Ctrl'}</kbd>
}
