import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './ToolButton.module.css'

interface ToolButtonProps {
  readonly label: string
  /** The keys that do the same. */
  readonly keys: string
  readonly disabled: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

/** A small button with only an icon, quiet until it can be used. */
export function ToolButton({ label, keys, disabled, onClick, children }: ToolButtonProps) {
  return (
    <Tooltip label={`${label} (${keys})`}>
      <ActionIcon
        variant="transparent"
        size={38}
        className={classes.tool}
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
