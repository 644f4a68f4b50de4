'use client'

import { Button, Checkbox, Group, Radio, Text } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { MergeTemplates } from '../../../client/curatedTemplateDocuments'
import { request } from '../../../client/request'
import { fieldList } from '../../../curate/fieldName'
import { templateDraft } from '../../../curate/templateDraft'
import type { TemplateEditing } from '../../../hooks/useTemplateEditor'
import { Dialog } from '../parts/Dialog'
import { Trouble } from '../parts/Trouble'
import { tell } from '../tell'
import type { LookAlike } from './LookAlikePair'
import classes from './LookAlikes.module.css'

interface MergeDialogProps {
  readonly editing: TemplateEditing
  readonly other: LookAlike['template']
  readonly onClose: () => void
}

const told = (uses: number, boxes: number): string =>
  `${uses === 1 ? 'used once' : uses === 0 ? 'never used' : `used ${uses} times`}, ${boxes === 1 ? '1 box' : `${boxes} boxes`}`

/** Asks which of two templates stays; what else there is goes over to it. */
export function MergeDialog({ editing, other, onClose }: MergeDialogProps) {
  const { saved, changed, attempt, busy, trouble } = editing
  const router = useRouter()
  // The one that people know stays, unless somebody says otherwise.
  const [keep, setKeep] = useState(other.state === 'PUBLISHED' && saved.state !== 'PUBLISHED' ? other.id : saved.id)
  const [movePictures, setMovePictures] = useState(false)
  const keepsThis = keep === saved.id
  const [kept, dropped] = keepsThis ? [saved, other] : [other, saved]
  const merge = async () => {
    const input = {
      keepId: kept.id,
      keepVersion: kept.version,
      dropId: dropped.id,
      dropVersion: dropped.version,
      movePictures,
    }
    const outcome = await attempt('merge', templateDraft(saved), async () => {
      return (await request(MergeTemplates, { input })).mergeTemplates
    })
    if (outcome.kind === 'refused') return
    onClose()
    if (outcome.kind === 'conflict')
      return tell('Somebody else changed one of them just now. Look at both, then merge again.')
    tell(`They are one now: “${kept.template.name}”.`)
    if (!keepsThis) router.push(`/admin/templates/${kept.id}`)
  }
  return (
    <Dialog onClose={onClose} title="Make one of the two">
      <Radio.Group label="Which one stays?" value={keep} onChange={setKeep}>
        <div className={classes.choices}>
          <Radio
            value={saved.id}
            label={`This one, “${saved.template.name}”`}
            description={told(saved.template.uses, saved.template.boxes.length)}
          />
          <Radio
            value={other.id}
            label={`“${other.template.name}”`}
            description={told(other.template.uses, other.template.boxes.length)}
          />
        </div>
      </Radio.Group>
      <Text size="sm" mt="md" c="var(--text-soft)">
        “{kept.template.name}” also gets the other one’s names, keywords and uses. “{dropped.template.name}” is retired,
        and its links lead here from then on.
      </Text>
      <Checkbox
        mt="md"
        label="Keep the other picture as a variant"
        checked={movePictures}
        onChange={(event) => setMovePictures(event.currentTarget.checked)}
      />
      {changed.length > 0 && !keepsThis && (
        <Text size="sm" mt="md" c="var(--danger)">
          Not saved yet and lost by this: {fieldList(changed)}.
        </Text>
      )}
      {trouble && <Trouble {...trouble} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={busy === 'merge'} onClick={() => void merge()}>
          Merge
        </Button>
      </Group>
    </Dialog>
  )
}
