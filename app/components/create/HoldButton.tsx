import { Button } from '@mantine/core'
import type { ReactNode } from 'react'

interface HoldButtonProps {
  readonly icon: ReactNode
  readonly label: string
  readonly onHold: (held: boolean) => void
}

/** Does something for as long as it is held down, by pointer or keyboard. */
export function HoldButton({ icon, label, onHold }: HoldButtonProps) {
  const release = () => onHold(false)
  return (
    <Button
      variant="default"
      h={38}
      px="sm"
      leftSection={icon}
      aria-label={label}
      title={label}
      style={{ touchAction: 'none' }}
      onPointerDown={() => onHold(true)}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => (event.key === ' ' || event.key === 'Enter') && onHold(true)}
      onKeyUp={release}
      onBlur={release}
    >
      Original
    </Button>
  )
}
