'use client'

import { Button, Group, Text } from '@mantine/core'
import { useRef } from 'react'
import { Dialog } from '../parts/Dialog'

/** Something that is better asked before it is done. */
export interface Question {
  readonly title: string
  readonly words: string
  /** What the button says that does it. */
  readonly yes: string
  readonly onYes: () => void
}

interface AskFirstProps {
  readonly question: Question | null
  readonly onClose: () => void
}

/** Asks before something is done. */
export function AskFirst({ question, onClose }: AskFirstProps) {
  // While it fades, it still says what it asked.
  const last = useRef(question)
  if (question) last.current = question
  return (
    <Dialog opened={question !== null} onClose={onClose} title={last.current?.title}>
      <Text>{last.current?.words}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button
          onClick={() => {
            onClose()
            question?.onYes()
          }}
        >
          {last.current?.yes}
        </Button>
      </Group>
    </Dialog>
  )
}
