'use client'

import { Button, Group, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fieldList } from '../../../curate/fieldName'
import { useLeaveGuard } from '../../../hooks/useLeaveGuard'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import { Dialog } from '../parts/Dialog'

/** Asks before a page with unsaved changes is left by a link; the browser asks before it is closed or loaded again. */
export function LeaveGuard({ editing }: { readonly editing: TemplateEditing }) {
  const { changed, save, busy } = editing
  const [target, setTarget] = useState<string | null>(null)
  const router = useRouter()
  useLeaveGuard(changed.length > 0 && target === null, setTarget)
  const go = () => {
    if (target) router.push(target)
  }
  return (
    <Dialog opened={target !== null} onClose={() => setTarget(null)} title="Leave without saving?">
      <Text>Not saved yet: {fieldList(changed)}.</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => setTarget(null)}>
          Stay here
        </Button>
        <Button variant="default" onClick={go}>
          Leave it
        </Button>
        <Button
          loading={busy === 'save'}
          data-autofocus
          onClick={async () => {
            const outcome = await save()
            if (outcome.kind === 'done') go()
            else setTarget(null)
          }}
        >
          Save and leave
        </Button>
      </Group>
    </Dialog>
  )
}
