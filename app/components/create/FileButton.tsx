'use client'

import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useRef } from 'react'

interface FileButtonProps extends ButtonProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** Opens the system's file dialog. The field itself is hidden; the button has the name and the focus. */
export function FileButton({ onFiles, children, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
